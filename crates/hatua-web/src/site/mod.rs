//! The handlers of the public site. Each finds what the address names, renders it, and answers 404 with the nearest
//! address where there is nothing.

mod asked;
mod find;

use axum::extract::{Path, RawQuery};
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use hatua_publish::asset::{self, Asset};
use hatua_publish::site::{
    action_list, action_page, changes_page, data_page, methods_page, plots, results_page, rules_page,
    search_page, where_page,
};

use crate::answer::Answer;
use crate::ready::Ready;
pub use asked::Asked;

/// `/`
pub async fn get_actions(asked: Asked) -> Response {
    let locale = asked.locale;
    asked.page(move |site| Some(find::page(site, action_list::render_action_list(site, locale)))).await
}

/// `/methods`
pub async fn get_methods(asked: Asked) -> Response {
    let locale = asked.locale;
    asked.page(move |site| Some(find::page(site, methods_page::render_methods(site, locale)))).await
}

/// `/data`
pub async fn get_data(asked: Asked) -> Response {
    let locale = asked.locale;
    asked.answer(move |site| Some(find::page(site, data_page::render_data(site, locale)))).await
}

/// `/methods/{action}`
pub async fn get_rules(asked: Asked, Path(action): Path<String>) -> Response {
    let locale = asked.locale;
    asked
        .page(move |site| {
            let of = find::programme(site, &action)?;
            Some(find::page_of(of, rules_page::render_rules(site, of, locale)?))
        })
        .await
}

/// `/changes`
pub async fn get_changes(asked: Asked) -> Response {
    let locale = asked.locale;
    asked.page(move |site| Some(find::page(site, changes_page::render_changes(site, locale)))).await
}

/// `/changes.atom`
pub async fn get_changes_feed(asked: Asked) -> Response {
    let locale = asked.locale;
    asked.answer(move |site| Some(find::changes_feed(site, locale))).await
}

/// `/search?q=`
pub async fn get_search(asked: Asked, RawQuery(query): RawQuery) -> Response {
    let locale = asked.locale;
    let query = query.unwrap_or_default();
    let words = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "q");
    let words = words.map(|(_, words)| words.into_owned()).unwrap_or_default();
    asked.answer(move |site| Some(find::page(site, search_page::render_search(site, locale, &words)))).await
}

/// `/n/{story}`
pub async fn get_story(asked: Asked, Path(story): Path<String>) -> Response {
    let locale = asked.locale;
    asked.page(move |site| find::story(site, locale, &story)).await
}

/// `/d/{document}`
pub async fn get_document(asked: Asked, Path(document): Path<String>) -> Response {
    let locale = asked.locale;
    asked.page(move |site| find::document(site, locale, &document)).await
}

/// `/c/{action}/{contract}`
pub async fn get_contract(asked: Asked, Path((action, contract)): Path<(String, String)>) -> Response {
    let locale = asked.locale;
    asked.page(move |site| find::contract(site, locale, &action, &contract)).await
}

/// `/a/{action}`
pub async fn get_action(asked: Asked, Path(action): Path<String>) -> Response {
    let locale = asked.locale;
    asked
        .page(move |site| {
            let of = find::programme(site, &action)?;
            Some(find::page_of(of, action_page::render_action_page(site, of, locale, None)?))
        })
        .await
}

/// `/a/{action}/r4.2`, `/a/{action}/r4`, `/a/{action}/r4.2.csv`
pub async fn get_release(asked: Asked, Path((action, release)): Path<(String, String)>) -> Response {
    let locale = asked.locale;
    asked.page(move |site| find::release(site, locale, &action, &release)).await
}

/// `/a/{action}/where/{figure}`
pub async fn get_where(asked: Asked, Path((action, figure)): Path<(String, String)>) -> Response {
    let locale = asked.locale;
    asked
        .page(move |site| {
            let of = find::programme(site, &action)?;
            Some(find::page_of(of, where_page::render_where(site, of, locale, &figure)?))
        })
        .await
}

/// `/a/{action}/c/{country}`
pub async fn get_country(asked: Asked, Path((action, country)): Path<(String, String)>) -> Response {
    let locale = asked.locale;
    asked.page(move |site| find::country(site, locale, &action, &country)).await
}

/// `/results`
pub async fn get_results(asked: Asked) -> Response {
    let locale = asked.locale;
    asked.page(move |site| Some(find::page(site, results_page::render_results(site, locale)))).await
}

/// `/f/{action}/{figure}`
pub async fn get_figure(asked: Asked, Path((action, figure)): Path<(String, String)>) -> Response {
    let locale = asked.locale;
    asked.page(move |site| find::figure(site, locale, &action, &figure)).await
}

/// `/f/{action}/{figure}/v5`, `v5.csv`, `reported.json`
pub async fn get_figure_part(
    asked: Asked,
    Path((action, figure, part)): Path<(String, String, String)>,
) -> Response {
    let locale = asked.locale;
    asked.page(move |site| find::figure_part(site, locale, (&action, &figure, &part))).await
}

/// `/m/{action}/{*path}`: pictures and documents of a package
pub async fn get_media(asked: Asked, Path((action, path)): Path<(String, String)>) -> Response {
    asked
        .page(move |site| {
            let of = find::programme(site, &action)?;
            Some(find::file(of, of.media(&path)?, None))
        })
        .await
}

/// `/p/{action}/{name}`: plots and maps
pub async fn get_plot(asked: Asked, Path((action, name)): Path<(String, String)>) -> Response {
    asked
        .page(move |site| {
            let of = find::programme(site, &action)?;
            let bytes = plots::render_plot(of, &name)?.into_bytes();
            Some(find::file(of, Asset { bytes, content_type: "image/svg+xml", immutable: true }, None))
        })
        .await
}

/// `/assets/{name}`: style sheets and fonts
pub async fn get_asset(asked: Asked, Path(name): Path<String>) -> Response {
    asked
        .page(move |_| {
            let Asset { bytes, content_type, immutable } = asset::asset(&name)?;
            Some(Answer::File {
                bytes,
                content_type,
                is_immutable: immutable,
                saved_as: None,
                is_demonstration: false,
            })
        })
        .await
}

/// `/en/...`: English pages have no prefix
pub async fn get_unprefixed(uri: Uri, headers: HeaderMap) -> Response {
    let path = uri.path().strip_prefix("/en").unwrap_or_default();
    let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    // `//host` and `/\\host` would be another site.
    let path = path.trim_start_matches(['/', '\\']);
    Ready::from(Answer::Moved(format!("/{path}{query}"))).response_for(&headers)
}

/// Everything else; an address with a slash at its end leads to the one without
pub async fn get_nothing(asked: Asked, uri: Uri) -> Response {
    let without = uri.path().trim_end_matches('/').trim_start_matches(['/', '\\']);
    let leads_on = uri.path().ends_with('/') && !without.is_empty();
    let address = leads_on.then(|| format!("/{without}"));
    asked.answer(move |_| address.map(Answer::Moved)).await
}
