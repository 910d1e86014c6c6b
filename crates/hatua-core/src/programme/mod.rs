//! A programme is data: indicators, rules, registers, places, contracts, texts, what others said. This module is its
//! checked form; `read` makes it from a package folder and reports every mistake at its file, line and column.

pub mod condition;
pub mod crosswalk;
pub mod finding;
pub mod indicator;
pub mod read;
pub mod register;
pub mod succession;

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::calendar::YearCount;
use crate::id::{DimensionName, FigureSlug, IndicatorCode, PartnerCode, ProgrammeId, RegisterName};
use crate::period::Quarter;
use crate::statement::{AsOf, Statement};
pub use condition::{Bound, ColumnPath, Condition, Test};
pub use crosswalk::{Crosswalk, CrosswalkKind, OtherRule};
pub use finding::{Finding, Package};
pub use indicator::{
    Attribute, Beside, BesideCells, Dimension, DimensionCodes, HeadCountSource, Indicator, Measure,
    RemovedFigure, Source,
};
pub use read::{nearest, package_hash, read, read_register, text_key_of_code, text_key_of_source};
pub use register::{Choice, Column, ColumnKind, DataProtection, Register, SheetMap};

/// A language of the interface and of a programme's texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Locale {
    /// English.
    En,
    /// French.
    Fr,
    /// Arabic, written from right to left.
    Ar,
}

impl Locale {
    /// All languages, in the order of the language menu.
    pub const ALL: [Self; 3] = [Self::En, Self::Fr, Self::Ar];

    /// The language's tag (`en`), as in addresses and in `lang`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fr => "fr",
            Self::Ar => "ar",
        }
    }
}

impl std::str::FromStr for Locale {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        Self::ALL
            .into_iter()
            .find(|locale| locale.tag() == text)
            .ok_or_else(|| format!("`{text}` is not en, fr or ar"))
    }
}

/// Which digits Arabic pages use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ArabicDigits {
    /// ٠١٢٣٤٥٦٧٨٩
    Arab,
    /// 0123456789
    Latin,
}

/// A specific objective of the action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Objective {
    /// `I` to `IV`; texts `objective-I` (word for word) and `objective-I-short`.
    pub code: String,
    /// The figure shown for it in the first screen; absent where none is.
    pub lead: Option<FigureSlug>,
}

/// Money that a source says the action has. Two sources may disagree: both stay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Funding {
    /// The word by which it is known (`eutf`); its label is the text `funding-eutf`.
    pub name: String,
    /// Whole units of the programme's currency.
    pub amount: i64,
    /// Who said it.
    pub said_by: String,
    /// When.
    pub said_on: AsOf,
    /// The title of the source.
    pub source_title: String,
    /// Where it can be read; empty where there is no public address.
    pub source_address: String,
    /// Whether it is shown in the first screen.
    pub is_leading: bool,
}

/// What may be shown of figures that count persons.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DisclosurePolicy {
    /// A cell, or a change of a cell, of 1 to k − 1 persons is not shown.
    pub k: u64,
    /// Totals that are exact by policy: `programme`, `country`.
    pub exact: Vec<String>,
    /// Figures of persons whose one-way tables may be shown: by quarter, and by the dimensions of `one_way` and `each`.
    pub tables: Vec<FigureSlug>,
    /// Dimensions of the tables that may be shown, each unit in the cell of its first count.
    pub one_way: Vec<DimensionName>,
    /// Dimensions of the tables that may be shown, each unit in every cell where it was reached.
    pub each: Vec<DimensionName>,
    /// Kinds of units that are not persons (`institution`, `station`): they need no protection. What is not named here
    /// is protected.
    pub things: Vec<String>,
    /// What holds for one figure instead of `k` and `exact`.
    pub figures: BTreeMap<FigureSlug, FigureDisclosure>,
}

/// What holds for one figure instead of the programme-wide values.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FigureDisclosure {
    /// Its own threshold; absent where the programme's holds.
    pub k: Option<u64>,
    /// Its own totals that are exact by policy; absent where the programme's hold.
    pub exact: Option<Vec<String>>,
}

impl DisclosurePolicy {
    /// Whether small counts of this kind of unit would betray somebody.
    #[must_use]
    pub fn protects(&self, unit: &str) -> bool {
        !self.things.iter().any(|thing| thing == unit)
    }

    /// The threshold of a figure.
    #[must_use]
    pub fn k_of(&self, figure: &FigureSlug) -> u64 {
        self.figures.get(figure).and_then(|own| own.k).unwrap_or(self.k)
    }

    /// The totals of a figure that are exact by policy.
    #[must_use]
    pub fn exact_of(&self, figure: &FigureSlug) -> &[String] {
        self.figures.get(figure).and_then(|own| own.exact.as_ref()).unwrap_or(&self.exact)
    }
}

/// The quarters of the programme, and the years by which its figures are told besides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Periods {
    /// The first quarter that is reported.
    pub first: Quarter,
    /// The last one.
    pub last: Quarter,
    /// Kinds of years, in the order of the package.
    pub years: Vec<YearCount>,
}

/// Who has to report, and by when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportSchedule {
    /// A report is due this many days after the quarter's end.
    pub due_day: u8,
    /// What is expected of each partner.
    pub expected: Vec<ExpectedReports>,
}

/// What is expected of one partner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExpectedReports {
    /// The partner.
    pub partner: PartnerCode,
    /// From this quarter on.
    pub from: Quarter,
    /// For these registers.
    pub registers: Vec<RegisterName>,
}

/// A place: a country, a region, a district, a station's town.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The code in the records (`KE`).
    pub code: String,
    /// `country`, `region`, ...
    pub level: String,
    /// The place that it lies in; empty for a country.
    pub parent: String,
    /// The P-code (place code) of the humanitarian gazetteers; empty where there is none.
    pub pcode: String,
    /// Its name in each language of the programme.
    pub names: BTreeMap<Locale, String>,
}

/// Whether an organisation is a fact with a source or an invention of the demonstration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OrganisationKind {
    /// A partner named by a public source; it sends no records in a demonstration.
    Named,
    /// A partner that sends records; in a demonstration an invented one.
    Reporting,
    /// Neither: a donor, a verifier, a ministry.
    Other,
}

/// An organisation of the programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organisation {
    /// Its code (`A`, `GIZ`).
    pub code: PartnerCode,
    /// Its name.
    pub name: String,
    /// What it is to the programme.
    pub kind: OrganisationKind,
    /// Whether it leads the consortium.
    pub is_lead: bool,
    /// The public source that names it; empty for an invented one.
    pub source_title: String,
    /// Where the source can be read.
    pub source_address: String,
}

/// A contract of the action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contract {
    /// Its reference.
    pub reference: String,
    /// Its title.
    pub title: String,
    /// Who holds it.
    pub holder: String,
    /// Its kind, in words (`delegation agreement`).
    pub kind: String,
    /// Whole units of the programme's currency.
    pub amount: i64,
    /// Its first day.
    pub starts: Date,
    /// Its last day, as the source says.
    pub ends: Date,
    /// Who said all this.
    pub said_by: String,
    /// When.
    pub said_on: AsOf,
    /// The title of the source.
    pub source_title: String,
    /// Where it can be read.
    pub source_address: String,
    /// What another source says besides.
    pub note: String,
}

/// A document of the action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The word in its address.
    pub slug: String,
    /// The file under `media/` or `documents/`.
    pub file: String,
    /// Its day.
    pub dated_on: Date,
}

/// A news item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct News {
    /// The word in its address.
    pub slug: String,
    /// Its day.
    pub dated_on: Date,
    /// Who published it.
    pub said_by: String,
    /// The picture under `media/`; a drawing of our own.
    pub picture: String,
    /// The figures that the told activity feeds.
    pub figures: Vec<FigureSlug>,
    /// The countries that it tells of, by code.
    pub countries: Vec<String>,
    /// Whether it tells of a child: then search engines, feeds and our own search leave it alone.
    pub is_about_a_child: bool,
    /// Title, caption and text in each language that there is; English always. Where the story masks its persons, their
    /// names are in none of them.
    pub texts: BTreeMap<Locale, NewsText>,
}

/// The words of a news item in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewsText {
    /// The title.
    pub title: String,
    /// The caption under the picture; absent where the source has none.
    pub caption: Option<String>,
    /// What the picture shows, for those who can't see it.
    pub picture_alt: String,
    /// The teaser, as Markdown.
    pub teaser: String,
}

/// A whole programme, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Programme {
    /// Its id and the slug of its action page.
    pub id: ProgrammeId,
    /// The fund's reference of the action (`T05-EUTF-HOA-REG-09`).
    pub reference: String,
    /// Whether its records are invented.
    pub demonstration: bool,
    /// Its languages, the first one being that of addresses without a prefix.
    pub locales: Vec<Locale>,
    /// Which digits Arabic pages use.
    pub arabic_digits: ArabicDigits,
    /// The time zone of its days (`Africa/Nairobi`).
    pub time_zone: String,
    /// ISO 4217.
    pub currency: String,
    /// First day of the programme.
    pub starts: Date,
    /// Last day of the programme.
    pub ends: Date,
    /// The countries in the order of the page, by their code in `places`.
    pub countries: Vec<String>,
    /// The units that have a section of their own on the page of a country, in the order of the page.
    pub country_sections: Vec<String>,
    /// The picture of the first screen, under `media/`; its caption is the text `hero-caption`.
    pub picture: String,
    /// The specific objectives, in order.
    pub objectives: Vec<Objective>,
    /// Money, by source.
    pub funding: Vec<Funding>,
    /// Protection of persons in what is published.
    pub disclosure: DisclosurePolicy,
    /// The dimensions of its figures.
    pub dimensions: Vec<Dimension>,
    /// Its quarters.
    pub periods: Periods,
    /// Who reports when.
    pub reports: ReportSchedule,
    /// The figures, in the order of the page.
    pub indicators: Vec<Indicator>,
    /// Figures that were taken away, with the reason.
    pub removed: Vec<RemovedFigure>,
    /// The registers by name.
    pub registers: BTreeMap<RegisterName, Register>,
    /// Places.
    pub places: Vec<Place>,
    /// Organisations.
    pub organisations: Vec<Organisation>,
    /// Contracts.
    pub contracts: Vec<Contract>,
    /// What others said.
    pub statements: Vec<Statement>,
    /// Documents.
    pub documents: Vec<Document>,
    /// News, the newest first.
    pub news: Vec<News>,
    /// The message file (Fluent) of each language.
    pub texts: BTreeMap<Locale, String>,
    /// Pictures and other files under `media/` and `documents/`, by path.
    pub media: BTreeMap<String, Vec<u8>>,
}

impl Programme {
    /// The indicator with this code or slug.
    #[must_use]
    pub fn indicator(&self, code_or_slug: &str) -> Option<&Indicator> {
        self.indicators.iter().find(|i| i.code.as_str() == code_or_slug || i.slug.as_str() == code_or_slug)
    }

    /// The dimension with this name.
    #[must_use]
    pub fn dimension(&self, name: &str) -> Option<&Dimension> {
        self.dimensions.iter().find(|dimension| dimension.name.as_str() == name)
    }

    /// What others said about a figure, in the package's order.
    pub fn statements_about(&self, code: &IndicatorCode) -> impl Iterator<Item = &Statement> {
        self.statements.iter().filter(move |s| s.subject == crate::statement::Subject::Figure(code.clone()))
    }

    /// The partners that send records, by code.
    pub fn reporting_partners(&self) -> impl Iterator<Item = &Organisation> {
        self.organisations.iter().filter(|o| o.kind == OrganisationKind::Reporting)
    }
}
