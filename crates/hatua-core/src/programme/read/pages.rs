//! Documents (`documents/*.toml`) and news (`news/*.md`: TOML between two lines of `+++`, then the text).

use std::collections::BTreeMap;

use super::context::Context;
use super::file::{At, File};
use super::mask::Mask;
use super::settings::figures_of;
use super::table::{Document as Toml, Table};
use crate::id::FigureSlug;
use crate::programme::{Document, Locale, News, NewsText};

const TEXT_KEYS: [&str; 6] = ["title", "caption", "picture_alt", "teaser", "persons", "masked_as"];
const ITEM_KEYS: [&str; 12] = [
    "dated_on",
    "said_by",
    "picture",
    "figures",
    "countries",
    "title",
    "caption",
    "picture_alt",
    "persons",
    "masked_as",
    "mask_persons",
    "child",
];

/// The word in the address of a page: the file's name without its ending.
fn read_slug(file: &File<'_>, ending: &str) -> Option<String> {
    let name = file.path.rsplit('/').next().unwrap_or(file.path);
    let slug = name.strip_suffix(ending)?;
    file.word::<FigureSlug>(At { value: slug, at: 0 }).map(|slug| slug.as_str().to_owned())
}

/// Reads the documents of the action.
pub(super) fn read_documents(context: &Context<'_>) -> Vec<Document> {
    let mut documents = Vec::new();
    for path in context.paths("documents/", ".toml") {
        let Some(toml) = Toml::open(context.package, path, context.report) else { continue };
        let root = toml.root(&["file", "dated_on"]);
        let slug = read_slug(&toml.file, ".toml");
        let file = root.need_text("file").filter(|found| context.media.check(&toml.file, *found));
        let dated_on = root.need("dated_on", root.date("dated_on"));
        if let (Some(slug), Some(file), Some(dated_on)) = (slug, file, dated_on) {
            documents.push(Document { slug, file: file.value.to_owned(), dated_on });
        }
    }
    documents
}

/// Reads the news, the newest first.
pub(super) fn read_news(context: &Context<'_>) -> Vec<News> {
    let mut news: Vec<News> =
        context.paths("news/", ".md").filter_map(|path| read_item(path, context)).collect();
    news.sort_by(|one, other| (other.dated_on, &one.slug).cmp(&(one.dated_on, &other.slug)));
    news
}

fn read_item(path: &str, context: &Context<'_>) -> Option<News> {
    let file = File::open(context.package, path, context.report)?;
    let Some((front, body)) = split_front(file.text) else {
        let help =
            "the file starts with a line `+++`, then TOML, a second line `+++`, then the text".to_owned();
        file.find(0, "missing_value", "the news item has no front matter".into(), help);
        return None;
    };
    // The front matter is parsed in its place: blanks stand for the lines around it, so that lines and columns hold.
    let opening: String = file.text[..front.0].chars().map(|c| if c == '\n' { '\n' } else { ' ' }).collect();
    let toml_text = format!("{opening}{}", &file.text[front.0..front.1]);
    let toml = Toml::parse(File { text: &toml_text, ..file });
    let others: Vec<&str> = context.locales.iter().skip(1).map(|locale| locale.tag()).collect();
    let keys: Vec<&str> = ITEM_KEYS.into_iter().chain(others).collect();
    let root = toml.root(&[]);
    root.check_keys(&keys);
    let slug = read_slug(&file, ".md");
    let dated_on = root.need("dated_on", root.date("dated_on"));
    let said_by = root.need_text("said_by");
    let picture = root.need_text("picture").filter(|found| context.media.check(&toml.file, *found));
    let figures = figures_of(root, "figures", context);
    let countries = root.texts("countries").into_iter();
    let countries = countries.filter(|found| context.countries.check(root.file, *found));
    let countries = countries.map(|found| found.value.to_owned()).collect();
    let teaser = file.text[body..].trim();
    if teaser.is_empty() {
        file.find(
            body,
            "missing_value",
            "the news item has no text".into(),
            "write it after the second `+++`".into(),
        );
    }
    let texts = read_texts(root, teaser, context, slug.as_deref());
    Some(News {
        slug: slug?,
        dated_on: dated_on?,
        said_by: said_by?.value.to_owned(),
        picture: picture?.value.to_owned(),
        figures,
        is_about_a_child: root.flag("child"),
        countries,
        texts,
    })
}

/// The words of the story in each language that it has, without the names of persons where its switch says so.
fn read_texts(
    root: Table<'_>,
    teaser: &str,
    context: &Context<'_>,
    slug: Option<&str>,
) -> BTreeMap<Locale, NewsText> {
    let is_masked = root.flag("mask_persons");
    let tables = context.locales.iter().skip(1).filter_map(|locale| {
        let table = root.table(locale.tag(), &TEXT_KEYS)?;
        Some((*locale, table, None))
    });
    let mut texts = BTreeMap::new();
    for (locale, table, teaser) in std::iter::once((Locale::En, root, Some(teaser))).chain(tables) {
        let Some(text) = read_text(table, teaser) else { continue };
        if is_masked {
            let Some(mask) = Mask::read(table, locale) else { continue };
            check_mask(table, &mask, &text, slug);
            texts.insert(locale, mask.cover(&text));
        } else {
            texts.insert(locale, text);
        }
    }
    texts
}

fn check_mask(table: Table<'_>, mask: &Mask, text: &NewsText, slug: Option<&str>) {
    if let Some(name) = mask.name_not_in(text) {
        let message = format!("nobody is called `{name}` in this text, so nothing would be masked");
        let help = "write the name as the text has it".to_owned();
        table.file.find(table.at, "unmasked_name", message, help);
    }
    if let Some(name) = slug.and_then(|slug| mask.name_in(slug)) {
        let message = format!("the name of the file gives `{name}` away: it stands in the story's address");
        table.file.find(table.at, "unmasked_name", message, "give the file another name".to_owned());
    }
}

fn read_text(table: Table<'_>, teaser: Option<&str>) -> Option<NewsText> {
    let [title, picture_alt] =
        ["title", "picture_alt"].map(|key| table.need_text(key).map(|t| t.value.to_owned()));
    let teaser = match teaser {
        Some(teaser) => Some(teaser.to_owned()),
        None => table.need_text("teaser").map(|teaser| teaser.value.trim().to_owned()),
    };
    let caption = table.text("caption").map(|caption| caption.value.to_owned());
    Some(NewsText { title: title?, caption, picture_alt: picture_alt?, teaser: teaser? })
}

/// Where the front matter starts and ends, and where the text after it starts.
fn split_front(text: &str) -> Option<((usize, usize), usize)> {
    let mut at = 0;
    let mut fences = Vec::new();
    for line in text.split_inclusive('\n') {
        if line.trim_end() == "+++" {
            fences.push((at, at + line.len()));
        } else if fences.is_empty() && !line.trim().is_empty() {
            return None;
        }
        at += line.len();
    }
    let (first, second) = (fences.first()?, fences.get(1)?);
    Some(((first.1, second.0), second.1))
}
