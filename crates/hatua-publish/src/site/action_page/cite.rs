//! How to cite the page, and its figures as files. In a demonstration every citation and file name says so.

use crate::links::{self, CitationFormat};
use crate::site::action_page::edition::Edition;
use crate::site::files::FileSet;
use crate::site::link::LinkView;

/// The citation and the files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CiteView {
    /// `To cite this page`.
    pub heading: String,
    /// The citation, without the address.
    pub citation: String,
    /// The permanent address.
    pub address: String,
    /// Under which terms it may be used again.
    pub reuse: String,
    /// The citation as files; none while there is no release.
    pub citations: Vec<LinkView>,
    /// What the files hold.
    pub files_label: String,
    /// The files of the release; none while there is none.
    pub files: Option<FileSet>,
    /// All files, and what their columns mean.
    pub data: LinkView,
}

/// The citation of the release that the page shows, or of the page while there is none.
#[must_use]
pub fn cite(edition: &Edition) -> CiteView {
    let (texts, programme) = (&edition.context.texts, edition.programme());
    let title = texts.own("title");
    let path = match edition.release {
        Some(release) => links::action_release(edition.context.locale, &programme.id, release.id),
        None => links::action(edition.context.locale, &programme.id),
    };
    CiteView {
        heading: texts.get("cite-page"),
        citation: citation(edition, &title.text),
        address: edition.context.permanent(&path),
        reuse: texts.get(if programme.demonstration { "reuse-demonstration" } else { "reuse" }),
        files_label: texts.get("all-figures"),
        citations: citations(edition),
        files: files(edition),
        data: LinkView { href: links::data(edition.context.locale), label: texts.get("data-more") },
    }
}

fn citation(edition: &Edition, title: &str) -> String {
    let texts = &edition.context.texts;
    let demonstration = edition.programme().demonstration;
    let note = texts.own("masthead-note");
    let Some(release) = edition.release else {
        let key = if demonstration { "citation-reported-demonstration" } else { "citation-reported" };
        return texts.get_args(key, &[("title", title.into()), ("note", (&note).into())]);
    };
    let (name, day) = (edition.release_name(release), texts.numbers.date(release.issued_on));
    let args = [
        ("title", title.into()),
        ("release", (&name).into()),
        ("date", (&day).into()),
        ("note", (&note).into()),
    ];
    texts.get_args(if demonstration { "citation-demonstration" } else { "citation" }, &args)
}

fn citations(edition: &Edition) -> Vec<LinkView> {
    let Some(release) = edition.release else { return Vec::new() };
    let link = |format: CitationFormat| LinkView {
        href: links::release_citation(&edition.programme().id, release.id, format),
        label: format.name().to_owned(),
    };
    CitationFormat::ALL.map(link).into()
}

fn files(edition: &Edition) -> Option<FileSet> {
    let (release, programme) = (edition.release?, edition.programme());
    let word = links::release_word(release.id);
    let name = links::file_stem(programme.demonstration, &programme.id, &word);
    Some(FileSet::data(name, |format| links::release_file(&programme.id, release.id, format)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;
    use hatua_core::programme::Locale;

    #[test]
    fn a_citation_of_a_demonstration_says_so_and_names_its_release() {
        let view = fixture::with_edition(&fixture::programme(), &fixture::releases(), Locale::En, cite);
        assert_eq!(
            view.citation,
            "Hatua. Demonstration, not a publication of the Water Fund. “Water for the Highlands”, release 1.2 of \
             27 July 2018, recomputed from invented records."
        );
        assert_eq!(view.address, "/a/wells/r1.2");
        let files = view.files.unwrap();
        assert_eq!(files.name, "demonstration-wells-r1.2");
        assert_eq!(files.files[0], LinkView { href: "/a/wells/r1.2.csv".into(), label: "CSV".into() });
        assert_eq!(view.citations[0].href, "/a/wells/r1.2.bib");
    }

    #[test]
    fn a_page_of_reported_numbers_only_is_cited_without_a_release() {
        let mut programme = fixture::programme();
        programme.demonstration = false;
        let view = fixture::with_edition(&programme, &[], Locale::En, cite);
        assert_eq!(
            (view.citation.contains("release"), view.address.as_str(), view.files, view.citations.len()),
            (false, "/a/wells", None, 0)
        );
    }
}
