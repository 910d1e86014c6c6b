//! Style sheets and fonts, compiled in. Their names carry a hash of their bytes, so that a browser may keep them for
//! ever. The sheets are put together from one file a component, without the white space that only people need.

use std::sync::LazyLock;

use hatua_core::programme::Programme;
use sha2::{Digest, Sha256};

/// The sheet of every page.
pub const COMMON_SHEET: &str = "hatua.css";
/// The sheet of records, methods and errors, beside the common one.
pub const RECORD_SHEET: &str = "record.css";

/// The sheet of maps, countries and results, beside the common one.
pub const PLACE_SHEET: &str = "place.css";

/// The sheet of the workspace, beside the common one.
pub const WORK_SHEET: &str = "work.css";
/// The script of the workspace. It only adds keys: every page works without it.
pub const WORK_SCRIPT: &str = "work.js";

/// A file to be sent as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asset {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its media type.
    pub content_type: &'static str,
    /// Whether its address changes with its bytes, so that it may be kept for ever.
    pub immutable: bool,
}

struct Compiled {
    /// Name without hash.
    plain: &'static str,
    /// Name with hash.
    name: String,
    bytes: Vec<u8>,
}

const FONTS: [(&str, &[u8]); 2] = [
    ("figtree.woff2", include_bytes!("../assets/fonts/figtree.woff2")),
    ("vazirmatn.woff2", include_bytes!("../assets/fonts/vazirmatn.woff2")),
];

const COMMON: [&str; 13] = [
    include_str!("../assets/base.css"),
    include_str!("../components/masthead/masthead.css"),
    include_str!("../components/hero/hero.css"),
    include_str!("../components/lead/lead.css"),
    include_str!("../components/facts/facts.css"),
    include_str!("../components/figure_row/figure_row.css"),
    include_str!("../components/table/table.css"),
    include_str!("../components/pick/pick.css"),
    include_str!("../components/reports/reports.css"),
    include_str!("../components/news/news.css"),
    include_str!("../components/log/log.css"),
    include_str!("../components/cite/cite.css"),
    include_str!("../assets/print.css"),
];

static COMPILED: LazyLock<Vec<Compiled>> = LazyLock::new(|| {
    let mut all: Vec<Compiled> = FONTS
        .iter()
        .map(|(plain, bytes)| Compiled { plain, name: hashed(plain, bytes), bytes: bytes.to_vec() })
        .collect();
    let mut common = squeeze(&COMMON.concat());
    for font in &all {
        common = common.replace(font.plain, &font.name);
    }
    let record = squeeze(include_str!("../assets/record.css"));
    let place = squeeze(include_str!("../assets/place.css"));
    let work = squeeze(include_str!("../assets/work.css"));
    let script = include_str!("../assets/work.js").to_owned();
    let texts = [
        (COMMON_SHEET, common),
        (RECORD_SHEET, record),
        (PLACE_SHEET, place),
        (WORK_SHEET, work),
        (WORK_SCRIPT, script),
    ];
    for (plain, sheet) in texts {
        all.push(Compiled { plain, name: hashed(plain, sheet.as_bytes()), bytes: sheet.into_bytes() });
    }
    all
});

/// The name of an asset with its hash: `hatua.css` -> `hatua-1f2e3d4c5b6a.css`.
#[must_use]
pub fn name(plain: &str) -> String {
    let found = COMPILED.iter().find(|asset| asset.plain == plain);
    found.map(|asset| asset.name.clone()).expect("pages name only assets that are compiled in")
}

/// The names of all assets, for a copy of the site as files.
#[must_use]
pub fn names() -> Vec<String> {
    COMPILED.iter().map(|asset| asset.name.clone()).collect()
}

/// The asset with this name (with its hash), as under `/assets/`.
#[must_use]
pub fn asset(name: &str) -> Option<Asset> {
    let found = COMPILED.iter().find(|asset| asset.name == name)?;
    Some(Asset { bytes: found.bytes.clone(), content_type: content_type(name), immutable: true })
}

/// A picture or document of a programme, by its path in the package without the folder `media/` or `documents/`, as
/// under `/m/{programme}/`.
#[must_use]
pub fn media(programme: &Programme, path: &str) -> Option<Asset> {
    let found =
        ["media", "documents"].iter().find_map(|folder| programme.media.get(&format!("{folder}/{path}")))?;
    Some(Asset { bytes: found.clone(), content_type: content_type(path), immutable: false })
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "woff2" => "font/woff2",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "pdf" => "application/pdf",
        "csv" => "text/csv; charset=utf-8",
        "json" => "application/json",
        _ => "application/octet-stream",
    }
}

fn hashed(plain: &str, bytes: &[u8]) -> String {
    let hash = hex::encode(Sha256::digest(bytes));
    let (stem, extension) = plain.split_once('.').expect("a compiled asset's name has an extension");
    format!("{stem}-{}.{extension}", &hash[..12])
}

/// Takes comments and the space at line ends away. Our sheets have one rule a line and no space inside a declaration.
fn squeeze(sheet: &str) -> String {
    let mut rest = sheet;
    let mut without_comments = String::with_capacity(sheet.len());
    while let Some((before, comment)) = rest.split_once("/*") {
        without_comments.push_str(before);
        rest = comment.split_once("*/").expect("a comment in a style sheet ends").1;
    }
    without_comments.push_str(rest);
    without_comments.lines().map(str::trim).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_another_hash_is_not_found() {
        let sheet = name(COMMON_SHEET);
        assert!(
            asset(&sheet).is_some_and(|found| found.immutable && found.content_type.starts_with("text/css"))
        );
        assert_eq!(asset(COMMON_SHEET), None);
    }

    #[test]
    fn the_sheet_names_its_fonts_with_their_hash() {
        let sheet = String::from_utf8(asset(&name(COMMON_SHEET)).unwrap().bytes).unwrap();
        for (font, _) in FONTS {
            assert!(sheet.contains(&format!("url({})", name(font))));
        }
    }

    #[test]
    fn sheets_use_logical_directions_only() {
        for sheet in names().iter().filter(|name| content_type(name).starts_with("text/css")) {
            let text = String::from_utf8(asset(sheet).unwrap().bytes).unwrap();
            // Digits are flush right in both directions: units are at the right of a number in Arabic too.
            let text = text.replace("text-align:right", "");
            for wrong in [
                "-left",
                "-right",
                "text-align:left",
                "left:",
                "right:",
                "margin-top",
                "padding-top",
                "top:",
                "bottom:",
            ] {
                assert!(!text.contains(wrong), "{sheet} has `{wrong}`");
            }
        }
    }

    #[test]
    fn a_picture_of_a_package_is_found_by_its_path() {
        let programme = crate::fixture::programme();
        assert_eq!(media(&programme, "well.svg").unwrap().content_type, "image/svg+xml");
        assert_eq!(media(&programme, "fiche.pdf").unwrap().content_type, "application/pdf");
        assert_eq!(media(&programme, "../programme.toml"), None);
    }
}
