//! The frame of every page of the workspace: who is signed in, the menu of what this user may open, the mark of a
//! demonstration.

use askama::Template;
use hatua_app::permit::{ImportRecords, ReadFigures, ReadRecords, VerifyRecords};
use hatua_core::programme::Locale;
use hatua_publish::asset;
use hatua_publish::links;
use hatua_publish::text::{Arg, Texts, Words, direction};

use super::check;
use super::desk::{Desk, link};

/// A link of the menu.
pub struct MenuLink {
    /// Where it leads.
    pub href: String,
    /// Its words.
    pub label: String,
    /// The language it leads to.
    pub lang: &'static str,
    /// `page` on the page itself.
    pub current: Option<&'static str>,
    /// What waits there for this user.
    pub waiting: Option<Waiting>,
}

/// What waits behind an entry of the menu.
pub struct Waiting {
    /// How much.
    pub count: String,
    /// The word that is heard behind the number.
    pub word: String,
}

/// The head of any page.
pub struct Head {
    /// The language.
    pub lang: &'static str,
    /// The direction of its script.
    pub dir: &'static str,
    /// The title in the browser's tab.
    pub title: String,
    /// Addresses of the style sheets.
    pub sheets: [String; 2],
    /// The script that adds keys.
    pub script: String,
}

impl Head {
    /// The head of a page in a language.
    #[must_use]
    pub fn new(locale: Locale, texts: &Texts, title: &str) -> Self {
        let title = texts.get_args("work-title", &[("title", Arg::Text(title))]);
        Self {
            lang: locale.tag(),
            dir: direction(locale),
            title,
            sheets: [asset::COMMON_SHEET, asset::WORK_SHEET].map(|sheet| links::asset(&asset::name(sheet))),
            script: links::asset(&asset::name(asset::WORK_SCRIPT)),
        }
    }
}

/// The frame of a page for who is signed in.
pub struct Shell {
    /// The head.
    pub head: Head,
    /// The heading.
    pub heading: String,
    /// What a demonstration says of itself.
    pub note: Option<Words>,
    /// What a demonstration says of the rows on the page.
    pub invented: Option<String>,
    /// The menu.
    pub menu: Vec<MenuLink>,
    /// The page in the other languages.
    pub languages: Vec<MenuLink>,
    /// Where the mark leads.
    pub home: String,
    /// Name and role of who is signed in.
    pub who: String,
    /// The organisation.
    pub organisation: String,
    /// Where the form that signs out is sent.
    pub sign_out: String,
    /// The proof of every form.
    pub proof: String,
    /// What was done just before, where the address says so.
    pub said: Option<String>,
    /// The words around them.
    pub words: ShellWords,
}

/// The words of the frame.
pub struct ShellWords {
    /// First link of the page.
    pub skip: String,
    /// Name of the menu.
    pub menu: String,
    /// Name of the list of pages.
    pub workspace: String,
    /// Name of the languages.
    pub language: String,
    /// The button that signs out.
    pub sign_out: String,
}

/// An entry of the menu: its address, its text, and whether a user may open it.
type Entry = (&'static str, &'static str, fn(&Desk) -> bool);

/// The entries in their order. What a user may not open is absent.
const ENTRIES: &[Entry] = &[
    ("/w/today", "work-menu-today", |_| true),
    ("/w/send", "work-menu-send", |desk| desk.may::<ImportRecords>()),
    ("/w/records", "work-menu-records", |desk| desk.may::<ReadRecords>()),
    ("/w/check", "work-menu-check", |desk| desk.may::<VerifyRecords>()),
    ("/w/publish", "work-menu-publish", |desk| desk.may::<ReadFigures>()),
    ("/w/settings", "work-menu-settings", |_| true),
];

/// What waits behind an entry, where it is cheap to know.
fn waiting(desk: &Desk, path: &str) -> Option<Waiting> {
    let count = match path {
        "/w/check" => check::waiting(desk)?,
        _ => return None,
    };
    Some(Waiting { count: desk.texts.numbers.grouped(count), word: desk.texts.get("work-waiting") })
}

impl Shell {
    /// The frame for a user.
    #[must_use]
    pub fn new(desk: &Desk, heading: &str) -> Self {
        let (texts, user) = (&desk.texts, &desk.session.user);
        let is_demonstration = desk.acts.package().demonstration;
        let menu = ENTRIES.iter().filter(|(_, _, may)| may(desk)).map(|(path, key, _)| MenuLink {
            href: desk.link(path),
            label: texts.get(key),
            lang: desk.locale.tag(),
            waiting: waiting(desk, path),
            current: desk.path.starts_with(path).then_some("page"),
        });
        let role = texts.get(&format!("role-{}", user.role.as_str().replace('_', "-")));
        let other = |locale: &Locale| MenuLink {
            href: link(*locale, &desk.path),
            label: Texts::interface(*locale).get("language-name"),
            lang: locale.tag(),
            waiting: None,
            current: None,
        };
        let locales = &desk.acts.package().locales;
        Self {
            head: Head::new(desk.locale, texts, heading),
            heading: heading.to_owned(),
            note: is_demonstration.then(|| texts.own("masthead-note")),
            invented: is_demonstration.then(|| texts.get("work-invented")),
            menu: menu.collect(),
            languages: locales.iter().filter(|locale| **locale != desk.locale).map(other).collect(),
            home: desk.link("/w/today"),
            who: texts.get_args("work-who", &[("name", (&user.name).into()), ("role", (&role).into())]),
            organisation: user.organisation.clone(),
            sign_out: desk.link("/w/sign-out"),
            proof: desk.proof.clone(),
            said: desk.query.get("said").and_then(|said| said_text(texts, said, desk.query.get("n"))),
            words: ShellWords {
                skip: texts.get("skip"),
                menu: texts.get("menu"),
                workspace: texts.get("work-menu"),
                language: texts.get("language-menu"),
                sign_out: texts.get("work-sign-out"),
            },
        }
    }
}

/// What was done just before: a word of the address that the interface has a sentence for, and a number.
fn said_text(texts: &Texts, said: &str, number: Option<&str>) -> Option<String> {
    let is_word = said.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    let key = format!("said-{said}");
    if !is_word || texts.get_optional(&key).is_none() {
        return None;
    }
    let count = number.and_then(|number| number.parse().ok()).unwrap_or_default();
    Some(texts.get_args(&key, &[("count", Arg::Count(count))]))
}

#[derive(Template)]
#[template(path = "message.html")]
struct MessagePage {
    head: Head,
    skip: String,
    heading: String,
    sentence: String,
    home: String,
    back: String,
}

/// A page with one message.
#[must_use]
pub fn render_message(locale: Locale, texts: &Texts, heading: &str, sentence: &str) -> String {
    let page = MessagePage {
        head: Head::new(locale, texts, heading),
        skip: texts.get("skip"),
        heading: heading.to_owned(),
        sentence: sentence.to_owned(),
        home: link(locale, "/w/today"),
        back: texts.get("work-to-today"),
    };
    page.render().expect("a page of ready strings always renders")
}
