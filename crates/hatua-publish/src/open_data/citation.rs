//! A citation as a file, for programs that keep lists of sources: BibTeX and CSL-JSON. It says what the citation on the
//! page says; in a demonstration also that it is one.

use hatua_core::programme::{Locale, Programme};
use hatua_core::release::{Release, ReleasedFigure};
use jiff::civil::Date;
use serde::Serialize;

use crate::links::{self, CitationFormat};
use crate::text::{Arg, Texts};

/// What is cited: a version of a figure, or a release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// The word by which a text refers to it: the name of its files.
    key: String,
    title: String,
    publisher: String,
    note: String,
    version: String,
    issued_on: Date,
    address: String,
}

impl Citation {
    /// All figures of a release.
    #[must_use]
    pub fn of_release(programme: &Programme, release: &Release, origin: Option<&str>) -> Self {
        let texts = Texts::of(Locale::En, programme);
        let address = links::action_release(Locale::En, &programme.id, release.id);
        Self {
            key: links::file_stem(programme.demonstration, &programme.id, &links::release_word(release.id)),
            title: texts.own("title").text,
            publisher: publisher(&texts, programme),
            note: note(&texts, programme),
            version: texts.get_args("release", &[("release", Arg::Text(&texts.numbers.release(release.id)))]),
            issued_on: release.issued_on,
            address: links::permanent(origin, &address),
        }
    }

    /// A version of a figure, as the release that first issued it said it.
    #[must_use]
    pub fn of_version(
        programme: &Programme,
        (first, figure): (&Release, &ReleasedFigure),
        origin: Option<&str>,
    ) -> Self {
        let texts = Texts::of(Locale::En, programme);
        let name = texts.own(&format!("figure-{}-name", figure.slug)).text;
        let value = match figure.value.number() {
            Some(number) => number.to_string(),
            None => figure.value.status().replace('_', " "),
        };
        let address = links::figure_version(Locale::En, &programme.id, &figure.slug, figure.version);
        let what = format!("{}-v{}", figure.slug, figure.version);
        Self {
            key: links::file_stem(programme.demonstration, &programme.id, &what),
            title: format!("{name}: {value}"),
            publisher: publisher(&texts, programme),
            note: note(&texts, programme),
            version: figure.version.to_string(),
            issued_on: first.issued_on,
            address: links::permanent(origin, &address),
        }
    }

    /// The file's text.
    #[must_use]
    pub fn written(&self, format: CitationFormat) -> String {
        match format {
            CitationFormat::BibTex => self.bibtex(),
            CitationFormat::CslJson => self.csl_json(),
        }
    }

    fn bibtex(&self) -> String {
        let day = self.issued_on;
        let fields = [
            ("title", format!("{{{}}}", escaped(&self.title))),
            ("howpublished", escaped(&self.publisher)),
            ("year", day.year().to_string()),
            ("month", day.month().to_string()),
            ("date", day.to_string()),
            ("version", escaped(&self.version)),
            ("url", self.address.clone()),
            ("note", escaped(&self.note)),
        ];
        let fields = fields.map(|(name, text)| format!("  {name} = {{{text}}},\n"));
        format!("@misc{{{},\n{}}}\n", self.key, fields.concat())
    }

    fn csl_json(&self) -> String {
        let day = self.issued_on;
        let item = CslItem {
            id: &self.key,
            kind: "dataset",
            title: &self.title,
            publisher: &self.publisher,
            issued: CslDate { date_parts: [[day.year(), day.month().into(), day.day().into()]] },
            version: &self.version,
            url: &self.address,
            note: &self.note,
        };
        let mut json = serde_json::to_string_pretty(&[item]).expect("texts and numbers are JSON");
        json.push('\n');
        json
    }
}

fn publisher(texts: &Texts, programme: &Programme) -> String {
    texts.get(if programme.demonstration { "site-name-demonstration" } else { "site-name" })
}

/// What the numbers were computed from; in a demonstration that it is one.
fn note(texts: &Texts, programme: &Programme) -> String {
    if !programme.demonstration {
        return texts.get("record-computed");
    }
    format!("{}; {}", texts.own("masthead-note").text, texts.get("record-computed-demonstration"))
}

/// A text inside the braces of BibTeX: what TeX takes for a command or a group is written so that it is printed.
fn escaped(text: &str) -> String {
    let written = |letter: char| match letter {
        '\\' => r"\textbackslash{}".to_owned(),
        '~' => r"\textasciitilde{}".to_owned(),
        '^' => r"\textasciicircum{}".to_owned(),
        '{' | '}' | '%' | '$' | '&' | '#' | '_' => format!("\\{letter}"),
        letter if letter.is_whitespace() => " ".to_owned(),
        letter => letter.to_string(),
    };
    text.chars().map(written).collect()
}

#[derive(Serialize)]
struct CslItem<'a> {
    id: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    title: &'a str,
    publisher: &'a str,
    issued: CslDate,
    version: &'a str,
    #[serde(rename = "URL")]
    url: &'a str,
    note: &'a str,
}

#[derive(Serialize)]
struct CslDate {
    #[serde(rename = "date-parts")]
    date_parts: [[i16; 3]; 1],
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::fixture;

    #[test]
    fn a_version_is_cited_with_its_value_its_day_and_its_permanent_address() {
        let (programme, releases) = (fixture::programme(), fixture::releases());
        let figure = &releases[1].figures[0];
        let cited =
            Citation::of_version(&programme, (&releases[1], figure), Some("https://figures.example.org"));
        let bibtex = cited.written(CitationFormat::BibTex);
        for said in [
            "@misc{demonstration-wells-trained-v2,\n",
            ": 1600}},\n",
            "  date = {2018-07-27},\n",
            "  url = {https://figures.example.org/f/wells/trained/v2},\n",
            "  note = {Demonstration, not a publication of the Water Fund; computed from demonstration records},\n",
        ] {
            assert!(bibtex.contains(said), "{said}\n{bibtex}");
        }
        let item: serde_json::Value = serde_json::from_str(&cited.written(CitationFormat::CslJson)).unwrap();
        assert_eq!(item[0]["type"], "dataset");
        assert_eq!(item[0]["issued"]["date-parts"], serde_json::json!([[2018, 7, 27]]));
        assert_eq!(item[0]["URL"], "https://figures.example.org/f/wells/trained/v2");
        assert_eq!(item[0]["version"], "2");
    }

    #[test]
    fn a_release_is_cited_by_its_number_and_a_real_one_is_no_demonstration() {
        let (mut programme, releases) = (fixture::programme(), fixture::releases());
        let cited = |programme: &Programme| {
            Citation::of_release(programme, &releases[1], None).written(CitationFormat::BibTex)
        };
        assert!(cited(&programme).contains("version = {release 1.2}"), "{}", cited(&programme));
        assert!(cited(&programme).contains("url = {/a/wells/r1.2}"), "{}", cited(&programme));
        programme.demonstration = false;
        let real = cited(&programme);
        assert!(
            real.starts_with("@misc{wells-r1.2,") && !real.to_lowercase().contains("demonstration"),
            "{real}"
        );
    }

    proptest! {
        #[test]
        fn no_text_opens_or_closes_a_group_of_bibtex(text: String) {
            let written = escaped(&text);
            let bare = written.replace("\\{", "").replace("\\}", "").replace("{}", "");
            prop_assert!(!bare.contains(['{', '}']), "{written}");
        }
    }
}
