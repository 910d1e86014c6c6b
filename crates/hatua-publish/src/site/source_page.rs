//! The pages of what an action rests on: a document, with its file and fingerprint, and a contract, with who says what
//! about it.

use askama::Template;
use hatua_core::programme::{Contract, Document, Locale};
use sha2::{Digest, Sha256};

use crate::links;
use crate::site::action_page::edition::Edition;
use crate::site::action_page::money::{ContractView, contract_view, title};
use crate::site::figure_page::opening::FactView;
use crate::site::layout::{Head, Layout, Sheets};
use crate::site::link::LinkView;
use crate::site::{Context, Site, SiteProgramme};
use crate::text::{Words, key, slug};

#[derive(Template)]
#[template(path = "source.html")]
struct SourcePage {
    layout: Layout,
    crumb_label: String,
    action: LinkView,
    list: LinkView,
    eye: String,
    heading: Words,
    /// In a demonstration: that what stands here is real.
    real: Option<(String, String)>,
    note: Option<Words>,
    facts: Vec<FactView>,
}

/// A document and the programme that has it.
#[derive(Clone, Copy)]
pub struct Filed<'a> {
    /// The programme.
    pub of: &'a SiteProgramme<'a>,
    /// The document.
    pub document: &'a Document,
}

/// The document under the last word of its address; see `find_story` on two of the same name.
#[must_use]
pub fn find_document<'a>(site: &'a Site, word: &str) -> Option<Filed<'a>> {
    let all = site
        .programmes
        .iter()
        .flat_map(|of| of.programme.documents.iter().map(move |document| Filed { of, document }));
    all.into_iter().find(|filed| document_word(site, filed.of, filed.document) == word)
}

/// The last word of a document's address.
#[must_use]
pub fn document_word(site: &Site, of: &SiteProgramme, document: &Document) -> String {
    let has = |of: &&SiteProgramme| of.programme.documents.iter().any(|known| known.slug == document.slug);
    links::shared_word(
        site.programmes.iter().find(has).map(|of| &of.programme.id),
        &of.programme.id,
        &document.slug,
    )
}

/// The contract under the last word of its address.
#[must_use]
pub fn find_contract<'a>(of: &SiteProgramme<'a>, word: &str) -> Option<&'a Contract> {
    of.programme.contracts.iter().find(|contract| slug(&contract.reference) == word)
}

/// The page of a document. None where its programme has no such language.
#[must_use]
pub fn render_document(site: &Site, filed: &Filed, locale: Locale) -> Option<String> {
    let programme = filed.of.programme;
    let context = Context::of_programme(site, programme, locale)?;
    let texts = &context.texts;
    let word = document_word(site, filed.of, filed.document);
    let bytes = programme.media.iter().find_map(|(path, bytes)| {
        (links::media_name(path) == links::media_name(&filed.document.file)).then_some(bytes)
    });
    let name = links::media_name(&filed.document.file);
    let fact = |term: &str| FactView { term: texts.get(term), ..FactView::default() };
    let dated_on = filed.document.dated_on;
    let mut facts = vec![
        FactView {
            day: Some((dated_on.to_string(), texts.numbers.date(dated_on))),
            ..fact("document-dated")
        },
        FactView {
            link: Some(LinkView { href: links::media(&programme.id, name), label: name.to_owned() }),
            ..fact("document-file")
        },
    ];
    facts.extend(bytes.map(|bytes| {
        let length = u64::try_from(bytes.len()).expect("a file fits the memory");
        FactView { text: texts.get_args("document-bytes", &[("n", length.into())]), ..fact("document-size") }
    }));
    facts.extend(bytes.map(|bytes| FactView {
        address: Some(hex::encode(Sha256::digest(bytes))),
        ..fact("document-fingerprint")
    }));
    let view = View {
        heading: texts.own(&key("document", &filed.document.slug)),
        note: texts.optional(&key("document", &format!("{}-note", filed.document.slug))),
        list: ("documents", "documents"),
        eye: texts.get("document"),
        description: texts.get("document-description"),
        facts,
    };
    Some(render(&context, filed.of, view, &|locale| links::document(locale, &word)))
}

/// The page of a contract. None where its programme has no such language.
#[must_use]
pub fn render_contract(
    site: &Site,
    of: &SiteProgramme,
    contract: &Contract,
    locale: Locale,
) -> Option<String> {
    let programme = of.programme;
    let context = Context::of_programme(site, programme, locale)?;
    let texts = &context.texts;
    let edition = Edition { context: &context, of: *of, release: of.current() };
    let shown = contract_view(&edition, contract);
    let facts = contract_facts(&edition, contract, &shown);
    let view = View {
        heading: edition.written(&contract.title),
        note: shown.note,
        list: ("contracts", "contracts"),
        eye: texts.get("contract"),
        description: texts.get("contract-description"),
        facts,
    };
    let address = |locale| links::contract(locale, &programme.id, &slug(&contract.reference));
    Some(render(&context, of, view, &address))
}

fn contract_facts(edition: &Edition, contract: &Contract, shown: &ContractView) -> Vec<FactView> {
    let texts = &edition.context.texts;
    let fact = |term: &str, text: String| FactView { term: texts.get(term), text, ..FactView::default() };
    let kind =
        shown.kind.as_ref().map_or_else(String::new, |(separator, kind)| format!("{separator}{}", kind.text));
    let source = match &shown.source.href {
        Some(href) => FactView {
            link: Some(LinkView { href: href.clone(), label: shown.source.label.clone() }),
            ..fact("said-by", String::new())
        },
        None => fact("said-by", shown.source.label.clone()),
    };
    let titled = title(&contract.source_title, &contract.said_by).map(|title| edition.written(title).text);
    let reference =
        FactView { address: Some(contract.reference.clone()), ..fact("contract-reference", String::new()) };
    let mut facts = vec![
        reference,
        fact("holder", format!("{}{kind}", shown.holder.text)),
        fact("amount", shown.amount.clone()),
        fact("runs", shown.runs.clone()),
        source,
    ];
    facts.extend(titled.map(|title| fact("contract-source", title)));
    facts
}

/// What the two kinds of page have in common.
struct View {
    heading: Words,
    note: Option<Words>,
    /// Anchor and text of the list on the action's page.
    list: (&'static str, &'static str),
    eye: String,
    description: String,
    facts: Vec<FactView>,
}

fn render(context: &Context, of: &SiteProgramme, view: View, address: &dyn Fn(Locale) -> String) -> String {
    let texts = &context.texts;
    let action = links::action(context.locale, &of.programme.id);
    let head = Head {
        title: view.heading.text.clone(),
        description: view.description,
        address,
        canonical: None,
        current: None,
        sheets: Sheets::Record,
    };
    let (anchor, list) = view.list;
    let page = SourcePage {
        layout: Layout::new(context, &head),
        crumb_label: texts.get("record-crumb"),
        list: LinkView { href: format!("{action}#{anchor}"), label: texts.get(list) },
        action: LinkView { href: action, label: texts.own("title").text },
        eye: view.eye,
        heading: view.heading,
        real: of.programme.demonstration.then(|| (texts.get("record-real"), texts.get("source-real"))),
        note: view.note,
        facts: view.facts,
    };
    page.render().expect("a page of ready strings always renders")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;
    use std::collections::BTreeMap;

    fn with_site<T>(with: impl FnOnce(&Site) -> T) -> T {
        let programme = fixture::programme();
        let of = SiteProgramme { programme: &programme, earlier: &BTreeMap::new(), releases: &[] };
        with(&Site { programmes: &[of], origin: None })
    }

    #[test]
    fn a_document_has_its_file_its_size_and_its_fingerprint() {
        let page = with_site(|site| {
            let filed = find_document(site, "fiche").unwrap();
            render_document(site, &filed, Locale::En).unwrap()
        });
        for said in [
            "<h1>Action fiche</h1>",
            "16 December 2015",
            r#"<a href="/m/wells/fiche.pdf"><bdi>fiche.pdf</bdi></a>"#,
            "4 bytes",
            &hex::encode(Sha256::digest(b"%PDF")),
        ] {
            assert!(page.contains(said), "{said}");
        }
    }

    #[test]
    fn a_contract_says_what_it_is_worth_and_who_says_so() {
        let page = with_site(|site| {
            let contract = find_contract(&site.programmes[0], "w-01").unwrap();
            render_contract(site, &site.programmes[0], contract, Locale::En).unwrap()
        });
        for said in
            ["W-01", "Waterworks, grant", "4\u{202f}000\u{202f}000", "Water Fund page, 2021", "Registry"]
        {
            assert!(page.contains(said), "{said}");
        }
    }

    #[test]
    fn nothing_stands_under_a_word_that_names_nothing() {
        assert!(with_site(|site| find_document(site, "nothing").is_none()));
        assert!(with_site(|site| find_contract(&site.programmes[0], "w-02").is_none()));
    }
}
