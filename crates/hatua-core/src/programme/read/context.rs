//! What the parts of a package know of each other while they are read: the names that each file defines, so that those
//! that point to them can be checked whatever the order of reading.

use std::collections::BTreeMap;

use super::file::{Names, Report};
use super::folder::media_of;
use super::lists::{self, Defined};
use super::table::Document;
use super::value::Codes;
use crate::id::RegisterName;
use crate::programme::{Column, Locale, Organisation, OrganisationKind, Package, Place};

/// What the parts of a package know of each other while they are read.
pub(super) struct Context<'a> {
    pub(super) package: &'a Package,
    pub(super) report: &'a Report,
    pub(super) locales: Vec<Locale>,
    pub(super) codes: Names,
    pub(super) slugs: Names,
    pub(super) objectives: Names,
    pub(super) dimensions: Names,
    pub(super) places: Names,
    pub(super) countries: Names,
    pub(super) organisations: Names,
    pub(super) partners: Names,
    pub(super) register_names: Names,
    pub(super) media: Names,
    pub(super) registers: BTreeMap<RegisterName, Vec<Column>>,
    pub(super) register_units: BTreeMap<RegisterName, String>,
}

impl<'a> Context<'a> {
    /// What is known before the files that define figures, objectives and registers are read.
    pub(super) fn new(
        package: &'a Package,
        report: &'a Report,
        (places, organisations): (&Defined<Place>, &Defined<Organisation>),
    ) -> Self {
        let codes_of = |is_meant: fn(&Organisation) -> bool| {
            organisations
                .list
                .iter()
                .filter(|one| is_meant(one))
                .map(|one| one.code.to_string())
                .collect::<Vec<_>>()
        };
        let countries =
            places.list.iter().filter(|place| place.level == "country").map(|place| place.code.clone());
        let media = media_of(package).into_keys().filter_map(|path| Some(path.split_once('/')?.1.to_owned()));
        let organisations_home = "the codes of organisations.csv";
        let partners_home = "the codes of organisations.csv with the kind `reporting`";
        Self {
            package,
            report,
            locales: Vec::new(),
            codes: Names::unread("unknown_figure", "the code of a figure", "the codes of indicators.toml"),
            slugs: Names::unread("unknown_figure", "a figure", "the slugs of indicators.toml"),
            objectives: Names::unread("unknown_objective", "an objective", "the codes of [[objective]]"),
            dimensions: Names::unread("unknown_dimension", "a dimension", "the names of [[dimension]]"),
            places: lists::place_names(&places.list, places.is_complete),
            countries: Names::unread("unknown_place", "a country", "the places with the level `country`")
                .with(countries.collect(), places.is_complete),
            organisations: Names::unread("unknown_organisation", "an organisation", organisations_home)
                .with(codes_of(|_| true), organisations.is_complete),
            partners: Names::unread("unknown_organisation", "a partner that sends records", partners_home)
                .with(codes_of(|one| one.kind == OrganisationKind::Reporting), organisations.is_complete),
            register_names: Names::unread("unknown_register", "a register", "the files of registers/"),
            media: Names::unread(
                "unknown_media",
                "a file of the package",
                "the files of media/ and documents/",
            )
            .with(media.collect(), true),
            registers: BTreeMap::new(),
            register_units: BTreeMap::new(),
        }
    }

    /// Takes over the names that `programme.toml` and `indicators.toml` define, before either is checked.
    pub(super) fn take_names(&mut self, settings: Option<&Document<'_>>, indicators: Option<&Document<'_>>) {
        let take = |names: &mut Names, file: Option<&Document<'_>>, list: &str, key: &str| {
            names.words = file.map(|file| file.peek(list, key)).unwrap_or_default();
            names.is_complete = file.is_some();
        };
        take(&mut self.codes, indicators, "indicator", "code");
        take(&mut self.slugs, indicators, "indicator", "slug");
        take(&mut self.objectives, settings, "objective", "code");
        take(&mut self.dimensions, settings, "dimension", "name");
    }

    /// The package's files in a folder with this ending.
    pub(super) fn paths(&self, folder: &'static str, ending: &'static str) -> impl Iterator<Item = &'a str> {
        let package: &'a Package = self.package;
        package
            .files
            .keys()
            .map(String::as_str)
            .filter(move |path| path.starts_with(folder) && path.ends_with(ending))
    }

    /// The codes that values of places and organisations may have.
    pub(super) fn codes(&self) -> Codes<'_> {
        let known = |names: &'_ Names| names.is_complete;
        Codes {
            places: known(&self.places).then_some(self.places.words.as_slice()),
            organisations: known(&self.organisations).then_some(self.organisations.words.as_slice()),
        }
    }
}
