//! The first page of the bundle that an auditor takes away, and the same as files: for each figure and partner what was
//! reported, what of it is supported, and the difference; the rows that were drawn, who checked, and what was found. The page
//! stands alone: no address leads out of it, its languages are chosen without a script.

use askama::Template;
use hatua_core::count::{FigureSupport, Sampled};
use hatua_core::programme::{Locale, Programme};
use hatua_core::release::{FigureValue, Release};
use hatua_core::statement::Statement;
use serde_json::json;

use crate::open_data::{Dialect, guarded, lines};
use crate::site::action_page::trust::left_out_words;
use crate::text::{Arg, Texts, Words, direction, key};

const STYLE: &str = include_str!("../assets/bundle.css");

/// What the page is made of.
#[derive(Debug, Clone, Copy)]
pub struct BundlePage<'a> {
    /// The programme, as its package was when the release was counted.
    pub programme: &'a Programme,
    /// The release.
    pub release: &'a Release,
    /// What stands behind each figure.
    pub figures: &'a [FigureSupport],
    /// The rows that were drawn.
    pub sampled: &'a [Sampled],
    /// The log's origin.
    pub origin: &'a str,
    /// How many entries of it are in the bundle.
    pub entries: u64,
}

/// A row of the table of partners.
struct PartnerRow {
    partner: String,
    cells: [String; 5],
    class: &'static str,
}

/// A figure with its partners.
struct FigureView {
    code: String,
    name: Words,
    /// What was issued, what others said, who checked, what was found.
    facts: Vec<String>,
    partners: Vec<PartnerRow>,
    drawn: Vec<[String; 6]>,
}

/// The page in one language.
struct InLanguage {
    class: &'static str,
    lang: &'static str,
    dir: &'static str,
    heading: String,
    note: Option<String>,
    lead: String,
    handed_over: String,
    figures_heading: String,
    figures_note: String,
    columns: Vec<String>,
    figures: Vec<FigureView>,
    sample_heading: String,
    sample_note: String,
    sample_columns: Vec<String>,
    inside_heading: String,
    inside: Vec<(&'static str, String)>,
    check_heading: String,
    check: Vec<String>,
}

/// A language that the page can be read in.
struct Choice {
    id: String,
    name: String,
    lang: &'static str,
    checked: &'static str,
}

#[derive(Template)]
#[template(path = "bundle.html")]
struct Page {
    lang: &'static str,
    title: String,
    style: String,
    choices: Vec<Choice>,
    languages: Vec<InLanguage>,
}

/// The page, in every language of the programme.
#[must_use]
pub fn page(of: &BundlePage) -> String {
    let locales = &of.programme.locales;
    let languages: Vec<InLanguage> = locales.iter().map(|locale| in_language(of, *locale)).collect();
    let choice = |(place, locale): (usize, &Locale)| Choice {
        id: format!("in-{}", locale.tag()),
        name: Texts::interface(*locale).get("bundle-language"),
        lang: locale.tag(),
        checked: if place == 0 { "checked" } else { "" },
    };
    let page = Page {
        lang: locales.first().map_or("en", |locale| locale.tag()),
        title: languages.first().map(|first| first.heading.clone()).unwrap_or_default(),
        style: format!("<style>{STYLE}</style>"),
        choices: locales.iter().enumerate().map(choice).collect(),
        languages,
    };
    page.render().expect("a page of ready strings always renders")
}

fn in_language(of: &BundlePage, locale: Locale) -> InLanguage {
    let texts = Texts::of(locale, of.programme);
    let BundlePage { release, .. } = *of;
    let name = texts.own("title");
    let release_name = texts.numbers.release(release.id);
    let shown = Shown { of, texts: &texts };
    InLanguage {
        class: match locale {
            Locale::En => "en",
            Locale::Fr => "fr",
            Locale::Ar => "ar",
        },
        lang: locale.tag(),
        dir: direction(locale),
        heading: texts
            .get_args("bundle-title", &[("release", (&release_name).into()), ("action", (&name).into())]),
        note: of
            .programme
            .demonstration
            .then(|| format!("{}. {}.", texts.get("plot-demonstration"), texts.own("masthead-note").text)),
        lead: texts.get_args(
            "bundle-lead",
            &[
                ("to", (&texts.numbers.date(release.data_to)).into()),
                ("on", (&texts.numbers.date(release.issued_on)).into()),
                ("size", Arg::Count(release.ledger_size)),
                ("entries", Arg::Count(of.entries)),
                ("origin", of.origin.into()),
            ],
        ),
        handed_over: texts.get("bundle-handed-over"),
        figures_heading: texts.get("bundle-figures"),
        figures_note: texts.get("bundle-figures-note"),
        columns: vec![
            texts.get("bundle-partner"),
            texts.get("bundle-reported"),
            texts.get("bundle-supported"),
            texts.get("bundle-difference"),
            texts.get("bundle-paper"),
            texts.get("bundle-added"),
        ],
        figures: of.figures.iter().map(|figure| shown.figure(figure)).collect(),
        sample_heading: texts.get("bundle-sample"),
        sample_note: texts.get("bundle-sample-note"),
        sample_columns: vec![
            texts.get("bundle-partner"),
            texts.get("bundle-record"),
            texts.get("bundle-document"),
            texts.get("bundle-on-file"),
            texts.get("bundle-row"),
            texts.get("bundle-checked"),
        ],
        inside_heading: texts.get("bundle-inside"),
        inside: vec![
            ("figures.csv, figures.json", texts.get("bundle-in-figures")),
            ("sample.csv", texts.get("bundle-in-sample")),
            ("release.json", texts.get("bundle-in-release")),
            ("recount/", texts.get("bundle-in-recount")),
            ("package/", texts.get("bundle-in-package")),
            ("ledger/", texts.get("bundle-in-ledger")),
            ("manifest.txt, seal.txt", texts.get("bundle-in-seal")),
        ],
        check_heading: texts.get("bundle-check"),
        check: vec![
            texts.get("bundle-check-how"),
            texts.get("bundle-check-proves"),
            texts.get("bundle-check-open"),
        ],
    }
}

/// What the page shows, in one language.
struct Shown<'a> {
    of: &'a BundlePage<'a>,
    texts: &'a Texts,
}

impl Shown<'_> {
    fn figure(&self, figure: &FigureSupport) -> FigureView {
        let texts = self.texts;
        let number = |number: u64| texts.numbers.grouped(number);
        let partner = |row: &hatua_core::count::PartnerSupport| PartnerRow {
            partner: row.partner.to_string(),
            cells: [row.reported, row.supported, row.difference, row.on_file, row.added].map(number),
            class: if row.difference > 0 { "differs" } else { "" },
        };
        FigureView {
            code: figure.code.to_string(),
            name: texts.own(&key("figure", &format!("{}-name", figure.slug))),
            facts: self.facts(figure),
            partners: figure.partners.iter().map(partner).collect(),
            drawn: self
                .of
                .sampled
                .iter()
                .filter(|row| row.code == figure.code)
                .map(|row| self.drawn(row))
                .collect(),
        }
    }

    fn facts(&self, figure: &FigureSupport) -> Vec<String> {
        let texts = self.texts;
        let issued = self.of.release.figure(figure.code.as_str()).map(|figure| figure.value);
        let shown = issued.and_then(FigureValue::number).map(|number| texts.numbers.grouped(number));
        let mut facts =
            vec![texts.get_args("bundle-issued", &[("value", (&shown.unwrap_or_default()).into())])];
        for said in self.of.programme.statements_about(&figure.code) {
            let difference = issued.and_then(|issued| issued.more_than(said.value));
            let difference = difference.map(|more| texts.numbers.difference(more)).unwrap_or_default();
            let (when, value) = (texts.numbers.as_of(said.as_of), texts.numbers.plain(said.value));
            let args = [
                ("by", (&said.said_by).into()),
                ("when", (&when).into()),
                ("value", (&value).into()),
                ("difference", (&difference).into()),
            ];
            facts.push(texts.get_args("bundle-said", &args));
        }
        let list = |words: Vec<String>| words.join(&texts.get("list-separator"));
        let checkers = figure.checked_by.iter().map(|(organisation, rows)| {
            let by = self.checker(organisation.as_deref());
            texts.get_args("bundle-checked-by", &[("by", (&by).into()), ("count", Arg::Count(*rows))])
        });
        let checkers = list(checkers.collect());
        if !checkers.is_empty() {
            facts.push(texts.get_args("bundle-checkers", &[("by", (&checkers).into())]));
        }
        let found = figure
            .left_out
            .iter()
            .map(|(reason, rows)| texts.get_args(left_out_words(*reason), &[("n", Arg::Count(*rows))]));
        let found = list(found.collect());
        facts.push(if found.is_empty() {
            texts.get("bundle-found-nothing")
        } else {
            texts.get_args("bundle-found", &[("found", (&found).into())])
        });
        facts
    }

    fn checker(&self, organisation: Option<&str>) -> String {
        organisation.map_or_else(|| self.texts.get("work-operator"), str::to_owned)
    }

    fn drawn(&self, row: &Sampled) -> [String; 6] {
        let on_file = if row.on_file { "bundle-yes" } else { "bundle-no" };
        [
            row.partner.to_string(),
            row.record.to_string(),
            row.document.to_string(),
            self.texts.get(on_file),
            row_of_file(row),
            self.checker(row.checked_by.as_deref()),
        ]
    }
}

/// `List 2, 14`: the sheet and the row of the file.
fn row_of_file(row: &Sampled) -> String {
    let sheet = row.place.sheet.as_ref().map(|sheet| format!("{sheet}, ")).unwrap_or_default();
    format!("{sheet}{}", row.place.row)
}

/// The table of figures and partners.
#[must_use]
pub fn figures_csv(figures: &[FigureSupport]) -> String {
    let columns = [
        "indicator_code",
        "slug",
        "unit",
        "issued",
        "partner",
        "reported",
        "supported",
        "difference",
        "on_file",
        "added",
        "rows",
        "checked_rows",
        "rows_on_file",
    ];
    let rows = figures.iter().flat_map(|figure| {
        figure.partners.iter().map(move |row| {
            let fixed = [
                guarded(figure.code.as_str()),
                figure.slug.to_string(),
                guarded(&figure.unit),
                figure.value.to_string(),
                guarded(row.partner.as_str()),
            ];
            let of_units = [row.reported, row.supported, row.difference, row.on_file, row.added];
            let of_rows = [row.rows, row.checked_rows, row.rows_on_file];
            let numbers = of_units.into_iter().chain(of_rows);
            fixed.into_iter().chain(numbers.map(|number| number.to_string()))
        })
    });
    lines(&columns.map(str::to_owned), rows, Dialect::Plain)
}

/// The rows that were drawn, with room for what is seen on paper.
#[must_use]
pub fn sample_csv(sampled: &[Sampled]) -> String {
    let columns = [
        "indicator_code",
        "partner",
        "record_id",
        "register",
        "document",
        "on_file",
        "file",
        "sheet",
        "row",
        "checked_by",
        "seen",
        "agrees",
        "note",
    ];
    let rows = sampled.iter().map(|row| {
        [
            guarded(row.code.as_str()),
            guarded(row.partner.as_str()),
            row.record.to_string(),
            row.register.to_string(),
            guarded(row.document.as_str()),
            if row.on_file { "yes" } else { "no" }.to_owned(),
            row.place.file.to_string(),
            guarded(row.place.sheet.as_deref().unwrap_or_default()),
            row.place.row.to_string(),
            guarded(row.checked_by.as_deref().unwrap_or("operator")),
            String::new(),
            String::new(),
            String::new(),
        ]
        .into_iter()
    });
    lines(&columns.map(str::to_owned), rows, Dialect::Plain)
}

/// The first page for programs.
#[must_use]
pub fn figures_json(of: &BundlePage) -> String {
    let said = |figure: &FigureSupport, said: &Statement| {
        let issued = of.release.figure(figure.code.as_str()).map(|figure| figure.value);
        json!({
            "value": said.value,
            "as_of": said.as_of.to_string(),
            "said_by": said.said_by,
            "source": said.source_address,
            "difference": issued.and_then(|issued| issued.more_than(said.value)),
        })
    };
    let figure = |figure: &FigureSupport| {
        json!({
            "code": figure.code,
            "slug": figure.slug,
            "unit": figure.unit,
            "issued": figure.value,
            "said": of.programme.statements_about(&figure.code).map(|statement| said(figure, statement)).collect::<Vec<_>>(),
            "partners": figure.partners,
            "checked_by": figure.checked_by,
            "found": figure.left_out,
            "sampled": of.sampled.iter().filter(|row| row.code == figure.code).collect::<Vec<_>>(),
        })
    };
    let document = json!({
        "programme": of.release.programme,
        "release": of.release.id,
        "demonstration": of.release.demonstration,
        "data_to": of.release.data_to,
        "figures": of.figures.iter().map(figure).collect::<Vec<_>>(),
    });
    serde_json::to_string_pretty(&document).expect("texts and numbers are JSON") + "\n"
}
