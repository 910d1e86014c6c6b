//! Money, contracts and documents: what others said, each with its source. Nothing is added up.

use hatua_core::programme::{Contract, Document, Funding};

use crate::links;
use crate::site::action_page::edition::Edition;
use crate::site::source_page::document_word;
use crate::text::{Words, key, slug};

/// A source, with its address where it has a public one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceView {
    /// Who and when.
    pub label: String,
    /// Its title, where it says more.
    pub title: Option<Words>,
    /// Where it can be read.
    pub href: Option<String>,
}

/// An amount.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AmountView {
    /// What it is.
    pub label: Words,
    /// The amount.
    pub amount: String,
    /// Who said so.
    pub source: SourceView,
}

/// A contract.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContractView {
    /// Its page.
    pub page: String,
    /// Its reference.
    pub reference: String,
    /// Who holds it.
    pub holder: Words,
    /// Its kind, after what separates it from the holder.
    pub kind: Option<(String, Words)>,
    /// The amount.
    pub amount: String,
    /// From when to when.
    pub runs: String,
    /// What another source says.
    pub note: Option<Words>,
    /// Who said so.
    pub source: SourceView,
}

/// A document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentView {
    /// Its page.
    pub page: String,
    /// Its file.
    pub href: String,
    /// Its title.
    pub title: Words,
    /// Its kind (`PDF`).
    pub kind: String,
    /// What it is.
    pub note: Option<Words>,
}

/// An amount of the first screen, as its source writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CashView {
    /// What it is.
    pub label: Words,
    /// The amount.
    pub amount: Words,
}

/// The amounts of the first screen.
#[must_use]
pub fn leading(edition: &Edition) -> Vec<CashView> {
    let texts = &edition.context.texts;
    let view = |funding: &Funding| CashView {
        label: texts.own(&key("funding", &funding.name)),
        amount: texts
            .optional(&key("funding", &format!("{}-display", funding.name)))
            .unwrap_or_else(|| Words::here(edition.context.money(edition.programme(), funding.amount))),
    };
    edition.programme().funding.iter().filter(|funding| funding.is_leading).map(view).collect()
}

/// All amounts, each with its source.
#[must_use]
pub fn amounts(edition: &Edition) -> Vec<AmountView> {
    let view = |funding: &Funding| AmountView {
        label: edition.context.texts.own(&key("funding", &funding.name)),
        amount: edition.context.money(edition.programme(), funding.amount),
        source: SourceView {
            label: edition.source(&funding.said_by, funding.said_on),
            title: title(&funding.source_title, &funding.said_by).map(|title| edition.written(title)),
            href: address(&funding.source_address),
        },
    };
    edition.programme().funding.iter().map(view).collect()
}

/// The contracts.
#[must_use]
pub fn contracts(edition: &Edition) -> Vec<ContractView> {
    edition.programme().contracts.iter().map(|contract| contract_view(edition, contract)).collect()
}

/// A contract as the page shows it.
#[must_use]
pub fn contract_view(edition: &Edition, contract: &Contract) -> ContractView {
    let texts = &edition.context.texts;
    let (from, to) = (texts.numbers.date(contract.starts), texts.numbers.date(contract.ends));
    let runs = texts.get_args("runs-from-to", &[("from", (&from).into()), ("to", (&to).into())]);
    let written = |text: &str| (!text.is_empty()).then(|| edition.written(text));
    ContractView {
        page: links::contract(edition.context.locale, &edition.programme().id, &slug(&contract.reference)),
        reference: contract.reference.clone(),
        holder: edition.name(&contract.holder),
        kind: written(&contract.kind).map(|kind| (texts.get("list-separator"), kind)),
        amount: edition.context.money(edition.programme(), contract.amount),
        runs,
        note: written(&contract.note),
        source: SourceView {
            label: edition.source(&contract.said_by, contract.said_on),
            title: title(&contract.source_title, &contract.said_by).map(|title| edition.written(title)),
            href: address(&contract.source_address),
        },
    }
}

/// The documents.
#[must_use]
pub fn documents(edition: &Edition) -> Vec<DocumentView> {
    let texts = edition.context.newest_texts();
    let view = |document: &Document| DocumentView {
        page: links::document(
            edition.context.locale,
            &document_word(edition.context.site, &edition.of, document),
        ),
        href: links::media(&edition.programme().id, links::media_name(&document.file)),
        title: texts.own(&key("document", &document.slug)),
        kind: document.file.rsplit_once('.').map_or("", |(_, extension)| extension).to_ascii_uppercase(),
        note: texts.optional(&key("document", &format!("{}-note", document.slug))),
    };
    edition.programme().documents.iter().map(view).collect()
}

/// A title that begins with who said it adds nothing to the label.
#[must_use]
pub fn title<'a>(title: &'a str, said_by: &str) -> Option<&'a str> {
    (!title.is_empty() && !title.starts_with(said_by)).then_some(title)
}

fn address(address: &str) -> Option<String> {
    (!address.is_empty()).then(|| address.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;
    use hatua_core::programme::Locale;

    #[test]
    fn an_amount_is_written_as_its_source_does_in_the_first_screen() {
        let programme = fixture::programme();
        let (english, arabic) = (
            fixture::with_edition(&programme, &[], Locale::En, leading),
            fixture::with_edition(&programme, &[], Locale::Ar, amounts),
        );
        assert_eq!(english[0].amount.text, "4 000 000 €");
        assert_eq!(arabic[0].amount, "٤٬٠٠٠٬٠٠٠\u{a0}يورو");
    }

    #[test]
    fn a_contract_says_how_long_it_runs_and_who_says_so() {
        let contract = fixture::with_edition(&fixture::programme(), &[], Locale::En, contracts).remove(0);
        assert_eq!(contract.runs, "1 April 2016 to 31 March 2019");
        assert_eq!(
            (contract.holder.text.as_str(), contract.source.label.as_str()),
            ("Waterworks", "Water Fund page, 2021")
        );
        assert_eq!(contract.kind, Some((", ".to_owned(), Words::here("grant"))));
    }

    #[test]
    fn a_document_leads_to_its_file() {
        let document = fixture::with_edition(&fixture::programme(), &[], Locale::En, documents).remove(0);
        assert_eq!((document.href.as_str(), document.kind.as_str()), ("/m/wells/fiche.pdf", "PDF"));
    }
}
