//! The words of pages: the interface's own (compiled in, one file a language) and the programme's (from its package).
//! A text that a language lacks is shown in English and marked as English, so that a screen reader pronounces it.
//!
//! Fluent's isolation marks are off: they would stand between the words of a sentence and break copying and searching;
//! what needs isolation stands in `<bdi>`.

use std::fmt;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::memoizer::MemoizerKind;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use hatua_core::programme::{ArabicDigits, Locale, Programme};
use hatua_core::release::ReleasedFigure;

use crate::number::Numbers;

type Bundle = FluentBundle<FluentResource>;

/// The files of the interface's messages, as texts: those of the public pages, then those of the workspace by their part.
macro_rules! message_files {
    ($tag:literal, [$($part:literal),*]) => {
        &[
            include_str!(concat!("../../../text/", $tag, ".ftl")),
            $(include_str!(concat!("../../../text/work/", $part, ".", $tag, ".ftl"))),*
        ]
    };
}

/// The interface's messages in a language, file by file.
#[must_use]
pub const fn interface_messages(locale: Locale) -> &'static [&'static str] {
    match locale {
        Locale::En => message_files!("en", ["account", "bundle", "check", "publish", "records", "send"]),
        Locale::Fr => message_files!("fr", ["account", "bundle", "check", "publish", "records", "send"]),
        Locale::Ar => message_files!("ar", ["account", "bundle", "check", "publish", "records", "send"]),
    }
}

static ENGLISH: LazyLock<Bundle> = LazyLock::new(|| interface(Locale::En, ArabicDigits::Arab));
static FRENCH: LazyLock<Bundle> = LazyLock::new(|| interface(Locale::Fr, ArabicDigits::Arab));
static ARABIC: LazyLock<Bundle> = LazyLock::new(|| interface(Locale::Ar, ArabicDigits::Arab));
static ARABIC_LATIN: LazyLock<Bundle> = LazyLock::new(|| interface(Locale::Ar, ArabicDigits::Latin));

fn interface(locale: Locale, digits: ArabicDigits) -> Bundle {
    bundle(locale, digits, &interface_messages(locale).concat())
}

/// What is set into a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arg<'a> {
    /// Words, or a number that is written already.
    Text(&'a str),
    /// A count: the text may have another form for one and for many, and prints it in the digits of its language.
    Count(u64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a Words> for Arg<'a> {
    fn from(words: &'a Words) -> Self {
        Self::Text(&words.text)
    }
}

impl From<u64> for Arg<'_> {
    fn from(count: u64) -> Self {
        Self::Count(count)
    }
}

/// A text of a programme. Printed in a template it is escaped, and marked when it is in another language than the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// The text.
    pub text: String,
    /// The language, where it is not the page's.
    pub lang: Option<Locale>,
}

impl Words {
    /// Words in the page's own language.
    #[must_use]
    pub fn here(text: impl Into<String>) -> Self {
        Self { text: text.into(), lang: None }
    }

    /// The lines of the text, for lists (one item a line).
    #[must_use]
    pub fn lines(&self) -> Vec<Self> {
        let lines = self.text.lines().map(str::trim).filter(|line| !line.is_empty());
        lines.map(|line| Self { text: line.to_owned(), lang: self.lang }).collect()
    }
}

impl fmt::Display for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use askama::filters::Escaper;
        if let Some(lang) = self.lang {
            write!(f, r#"<span lang="{}" dir="{}">"#, lang.tag(), direction(lang))?;
        }
        askama::filters::Html.write_escaped_str(&mut *f, &self.text)?;
        if self.lang.is_some() { f.write_str("</span>") } else { Ok(()) }
    }
}

impl askama::filters::HtmlSafe for Words {}

/// The direction of a language's script, as in `dir`.
#[must_use]
pub fn direction(locale: Locale) -> &'static str {
    match locale {
        Locale::En | Locale::Fr => "ltr",
        Locale::Ar => "rtl",
    }
}

/// The texts of one page.
pub struct Texts {
    locale: Locale,
    interface: &'static Bundle,
    programme: Vec<(Locale, Bundle)>,
    /// How numbers are written beside these texts.
    pub numbers: &'static Numbers,
}

impl Texts {
    /// The interface's texts, for pages that belong to no programme.
    #[must_use]
    pub fn interface(locale: Locale) -> Self {
        Self::with_digits(locale, ArabicDigits::Arab)
    }

    /// The interface's texts and a programme's, with the programme's choice of digits.
    #[must_use]
    pub fn of(locale: Locale, programme: &Programme) -> Self {
        let mut texts = Self::with_digits(locale, programme.arabic_digits);
        let mut languages = vec![locale];
        languages.extend(programme.locales.iter().filter(|other| **other != locale));
        for language in languages {
            if let Some(messages) = programme.texts.get(&language) {
                texts.programme.push((language, bundle(language, programme.arabic_digits, messages)));
            }
        }
        texts
    }

    fn with_digits(locale: Locale, digits: ArabicDigits) -> Self {
        let interface: &'static Bundle = match (locale, digits) {
            (Locale::En, _) => &ENGLISH,
            (Locale::Fr, _) => &FRENCH,
            (Locale::Ar, ArabicDigits::Arab) => &ARABIC,
            (Locale::Ar, ArabicDigits::Latin) => &ARABIC_LATIN,
        };
        Self { locale, interface, programme: Vec::new(), numbers: Numbers::of(locale, digits) }
    }

    /// The language of the page.
    #[must_use]
    pub fn locale(&self) -> Locale {
        self.locale
    }

    /// A text of the interface.
    #[must_use]
    pub fn get(&self, key: &str) -> String {
        self.get_args(key, &[])
    }

    /// A text of the interface with something set into it.
    #[must_use]
    pub fn get_args(&self, key: &str, args: &[(&str, Arg)]) -> String {
        let (text, errors) = format(self.interface, key, args)
            .unwrap_or_else(|| panic!("the interface has the text `{key}` in every language"));
        assert!(errors.is_empty(), "the text `{key}` prints only what is set into it: {errors:?}");
        text
    }

    /// A text of the interface that exists for some words only (`currency-EUR`).
    #[must_use]
    pub fn get_optional(&self, key: &str) -> Option<String> {
        format(self.interface, key, &[]).map(|(text, _)| text)
    }

    /// A text of the programme. A text that no language has shows its key: the reader of packages refuses such a
    /// programme, and a page with a hole would hide it.
    #[must_use]
    pub fn own(&self, key: &str) -> Words {
        self.optional(key).unwrap_or_else(|| Words::here(key))
    }

    /// What the package holds as it was written in its first language (a source's title, an organisation's name): in the
    /// page's language where the package translates it, else marked with its own.
    #[must_use]
    pub fn written(&self, programme: &Programme, text: &str) -> Words {
        self.translated(programme, &key("written", &slug(text)), text)
    }

    /// Why a version of a figure corrects the one before: as it was published, or translated as `written` is.
    #[must_use]
    pub fn reason(&self, programme: &Programme, figure: &ReleasedFigure, reason: &str) -> Words {
        let of_version = format!("{}-v{}", figure.slug, figure.version);
        self.translated(programme, &key("restated", &of_version), reason)
    }

    /// The label of a column or a choice in the page's language. Labels are in any language; where there is one for each of
    /// the programme's, they stand in their order, and an Arabic one is known by its letters.
    #[must_use]
    pub fn label<'l>(&self, programme: &Programme, labels: &'l [String]) -> Option<&'l str> {
        let is_arabic = |label: &&String| label.chars().any(|c| ('\u{0600}'..='\u{06FF}').contains(&c));
        let at = programme.locales.iter().position(|own| *own == self.locale);
        let in_order = at.filter(|_| labels.len() == programme.locales.len()).and_then(|at| labels.get(at));
        let found = match self.locale {
            Locale::Ar => labels.iter().find(is_arabic),
            Locale::En | Locale::Fr => in_order.or(labels.first()),
        };
        found.map(String::as_str)
    }

    fn translated(&self, programme: &Programme, key: &str, text: &str) -> Words {
        let first = programme.locales.first().copied().filter(|locale| *locale != self.locale);
        let translation = self.optional(key).filter(|words| first.is_some() && words.lang.is_none());
        translation.unwrap_or_else(|| Words { text: text.to_owned(), lang: first })
    }

    /// A text that a programme may leave out.
    #[must_use]
    pub fn optional(&self, key: &str) -> Option<Words> {
        self.optional_args(key, &[])
    }

    /// A text that a programme may leave out, with something set into it.
    #[must_use]
    pub fn optional_args(&self, key: &str, args: &[(&str, Arg)]) -> Option<Words> {
        self.programme.iter().find_map(|(language, bundle)| {
            let (text, _) = format(bundle, key, args).filter(|(text, _)| !text.trim().is_empty())?;
            Some(Words { text, lang: (*language != self.locale).then_some(*language) })
        })
    }
}

/// The key of a code's text: letters, digits, `-` and `_` stay, `+` is `plus`, anything else is a hyphen
/// (`age`, `45+` -> `age-45-plus`; `said-by`, `EUTF page` -> `said-by-eutf-page` after `slug`).
#[must_use]
pub fn key(prefix: &str, code: &str) -> String {
    let code = code.replace('+', "-plus");
    let code: String = code
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() || matches!(c, '-' | '_') { c } else { '-' })
        .collect();
    format!("{prefix}-{code}")
}

/// A name in lower case with hyphens, as keys hold it: `EUTF page` -> `eutf-page`.
#[must_use]
pub fn slug(name: &str) -> String {
    let parts = name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join("-").to_ascii_lowercase()
}

fn bundle(locale: Locale, digits: ArabicDigits, messages: &str) -> Bundle {
    let mut bundle = Bundle::new_concurrent(vec![locale.tag().parse().expect("the tag is well formed")]);
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match (locale, digits) {
        (Locale::En, _) => write_english,
        (Locale::Fr, _) => write_french,
        (Locale::Ar, ArabicDigits::Arab) => write_arabic,
        (Locale::Ar, ArabicDigits::Latin) => write_arabic_latin,
    }));
    // A file with mistakes still has all its other messages; the package's reader has named the mistakes already.
    let resource = FluentResource::try_new(messages.to_owned()).unwrap_or_else(|(resource, _)| resource);
    bundle.add_resource_overriding(resource);
    bundle
}

/// The text and what went wrong in it; nothing where the bundle has no such message.
fn format(bundle: &Bundle, key: &str, args: &[(&str, Arg)]) -> Option<(String, Vec<FluentError>)> {
    let pattern = bundle.get_message(key)?.value()?;
    let fluent: FluentArgs = args
        .iter()
        .map(|(name, arg)| {
            let value = match arg {
                Arg::Text(text) => FluentValue::from(*text),
                Arg::Count(count) => FluentValue::from(*count),
            };
            (*name, value)
        })
        .collect();
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(&fluent), &mut errors).into_owned();
    Some((text, errors))
}

fn write_english<M: MemoizerKind>(value: &FluentValue, _: &M) -> Option<String> {
    write_number(value, Numbers::of(Locale::En, ArabicDigits::Latin))
}

fn write_french<M: MemoizerKind>(value: &FluentValue, _: &M) -> Option<String> {
    write_number(value, Numbers::of(Locale::Fr, ArabicDigits::Latin))
}

fn write_arabic<M: MemoizerKind>(value: &FluentValue, _: &M) -> Option<String> {
    write_number(value, Numbers::of(Locale::Ar, ArabicDigits::Arab))
}

fn write_arabic_latin<M: MemoizerKind>(value: &FluentValue, _: &M) -> Option<String> {
    write_number(value, Numbers::of(Locale::Ar, ArabicDigits::Latin))
}

/// Counts are whole and below 2^53, so that their way through Fluent's number keeps every digit.
fn write_number(value: &FluentValue, numbers: &Numbers) -> Option<String> {
    match value {
        FluentValue::Number(number) => number.as_string().parse().ok().map(|number| numbers.grouped(number)),
        FluentValue::String(_) | FluentValue::Custom(_) | FluentValue::None | FluentValue::Error => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::{BTreeMap, BTreeSet};

    fn keys(locale: Locale) -> BTreeSet<String> {
        let messages = interface_messages(locale).concat();
        let resource = fluent_syntax::parser::parse(messages.as_str())
            .unwrap_or_else(|(_, errors)| panic!("text/{}.ftl: {errors:?}", locale.tag()));
        let mut seen = BTreeSet::new();
        for entry in resource.body {
            if let fluent_syntax::ast::Entry::Message(message) = entry {
                assert!(
                    seen.insert(message.id.name.to_owned()),
                    "{}.ftl: `{}` twice",
                    locale.tag(),
                    message.id.name
                );
            }
        }
        seen
    }

    #[test]
    fn every_language_has_the_same_texts() {
        let english = keys(Locale::En);
        assert_eq!(keys(Locale::Fr), english);
        assert_eq!(keys(Locale::Ar), english);
    }

    /// The sources of this crate, without their tests.
    fn sources() -> String {
        // The crate of the workspace stands beside this one.
        let mut waiting = ["/src", "/../hatua-web/src"]
            .map(|folder| std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR").to_owned() + folder))
            .to_vec();
        let mut all = String::new();
        while let Some(path) = waiting.pop() {
            if path.is_dir() {
                waiting.extend(std::fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let source = std::fs::read_to_string(&path).unwrap();
                all.push_str(source.split("#[cfg(test)]").next().unwrap_or_default());
            }
        }
        all
    }

    #[test]
    fn each_text_that_the_code_names_exists() {
        let (keys, sources) = (keys(Locale::En), sources());
        let called = ["texts.get(\"", "texts.get_args(\"", " get(\"", "texts.get_args(\n            \""];
        for call in called {
            for rest in sources.split(call).skip(1) {
                let name = rest.split('"').next().unwrap_or_default();
                let is_key = name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
                assert!(
                    !is_key || keys.contains(name),
                    "the code names the text `{name}`, which no language has"
                );
            }
        }
    }

    #[test]
    fn no_text_is_left_over() {
        let sources = sources();
        // Texts whose key is put together from a part that the code or the package names.
        let composed = ["currency-", "road-", "data-column-", "role-", "said-"];
        for key in keys(Locale::En) {
            let is_used = sources.contains(&format!("\"{key}\""))
                || composed.iter().any(|start| key.starts_with(start));
            assert!(is_used, "no page prints the text `{key}`");
        }
    }

    #[test]
    fn counts_are_written_in_the_digits_of_the_language() {
        let written = Locale::ALL.map(|locale| {
            let bundle = bundle(locale, ArabicDigits::Arab, "n = { $n }");
            format(&bundle, "n", &[("n", 1_600.into())]).unwrap().0
        });
        assert_eq!(written, ["1\u{202f}600", "1\u{202f}600", "١٬٦٠٠"]);
    }

    #[test]
    fn a_text_in_another_language_says_so() {
        let words = Words { text: "<Reported>".into(), lang: Some(Locale::En) };
        assert_eq!(words.to_string(), r#"<span lang="en" dir="ltr">&#60;Reported&#62;</span>"#);
        assert_eq!(Words::here("a & b").to_string(), "a &#38; b");
    }

    #[test]
    fn a_missing_arabic_text_is_shown_in_english_and_marked() {
        let programme = crate::fixture::programme_with_texts(BTreeMap::from([
            (Locale::En, "title = Water points\nonly = English only".to_owned()),
            (Locale::Ar, "title = نقاط المياه".to_owned()),
        ]));
        let texts = Texts::of(Locale::Ar, &programme);
        assert_eq!(texts.own("title"), Words::here("نقاط المياه"));
        assert_eq!(texts.own("only"), Words { text: "English only".into(), lang: Some(Locale::En) });
        assert_eq!(texts.optional("nothing"), None);
    }

    #[test]
    fn a_code_becomes_a_key() {
        assert_eq!(key("age", "45+"), "age-45-plus");
        assert_eq!(key("age", "18-29"), "age-18-29");
        assert_eq!(key("said-by", &slug("EUTF page")), "said-by-eutf-page");
    }
}
