//! The handlers of the public site. Each finds what the address names, renders it, and answers 404 with the nearest
//! address where there is nothing.

mod find;

use std::sync::Arc;

use axum::Extension;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::Response;
use hatua_core::programme::Locale;
use hatua_publish::site as pages;
use hatua_publish::site::Site;

use crate::answer::Answer;
use crate::error::WebError;
use crate::state::SiteState;

type Shared = State<Arc<SiteState>>;

/// Makes the answer on a thread that may wait for the disk.
async fn answer(
    state: Arc<SiteState>,
    (locale, uri, headers): (Locale, Uri, HeaderMap),
    make: impl FnOnce(&Site) -> Option<Answer> + Send + 'static,
) -> Response {
    let path = uri.path().to_owned();
    let answered = tokio::task::spawn_blocking(move || {
        state.with_site(|site| make(site).unwrap_or_else(|| find::not_found(site, locale, &path)))
    });
    match answered.await.map_err(WebError::from).and_then(|found| found.map_err(WebError::from)) {
        Ok(answer) => answer.into_response_for(&headers),
        Err(error) => error.into_response_in(locale),
    }
}

/// `/`
pub async fn get_actions(
    state: Shared,
    Extension(locale): Extension<Locale>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    answer(state.0, (locale, uri, headers), move |site| {
        Some(find::page(site, pages::action_list::render_action_list(site, locale)))
    })
    .await
}

/// `/methods`
pub async fn get_methods(
    state: Shared,
    Extension(locale): Extension<Locale>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    answer(state.0, (locale, uri, headers), move |site| {
        Some(find::page(site, pages::methods_page::render_methods(site, locale)))
    })
    .await
}

/// `/changes`
pub async fn get_changes(
    state: Shared,
    Extension(locale): Extension<Locale>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    answer(state.0, (locale, uri, headers), move |site| {
        Some(find::page(site, pages::changes_page::render_changes(site, locale)))
    })
    .await
}

/// `/a/{action}`
pub async fn get_action(
    state: Shared,
    Extension(locale): Extension<Locale>,
    Path(action): Path<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    answer(state.0, (locale, uri, headers), move |site| {
        let of = find::programme(site, &action)?;
        Some(find::page_of(of, pages::action_page::render_action_page(site, of, locale, None)?))
    })
    .await
}

/// `/a/{action}/r4.2`, `/a/{action}/r4`, `/a/{action}/r4.2.csv`
pub async fn get_release(
    state: Shared,
    Extension(locale): Extension<Locale>,
    Path((action, release)): Path<(String, String)>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    answer(state.0, (locale, uri, headers), move |site| find::release(site, locale, &action, &release)).await
}

/// `/f/{action}/{figure}`
pub async fn get_figure(
    state: Shared,
    Extension(locale): Extension<Locale>,
    Path((action, figure)): Path<(String, String)>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    answer(state.0, (locale, uri, headers), move |site| find::figure(site, locale, &action, &figure)).await
}

/// `/f/{action}/{figure}/v5`, `v5.csv`, `reported.json`
pub async fn get_figure_part(
    state: Shared,
    Extension(locale): Extension<Locale>,
    Path((action, figure, part)): Path<(String, String, String)>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    answer(state.0, (locale, uri, headers), move |site| {
        find::figure_part(site, locale, &action, &figure, &part)
    })
    .await
}

/// `/m/{action}/{*path}`: pictures and documents of a package
pub async fn get_media(
    state: Shared,
    Path((action, path)): Path<(String, String)>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    answer(state.0, (Locale::En, uri, headers), move |site| {
        let of = find::programme(site, &action)?;
        Some(find::file(of, hatua_publish::asset::media(of.programme, &path)?, None))
    })
    .await
}

/// `/p/{action}/{name}`: plots and maps
pub async fn get_plot(
    state: Shared,
    Path((action, name)): Path<(String, String)>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    answer(state.0, (Locale::En, uri, headers), move |site| {
        let of = find::programme(site, &action)?;
        let svg = pages::plots::render_plot(of, &name)?;
        let asset = hatua_publish::asset::Asset {
            bytes: svg.into_bytes(),
            content_type: "image/svg+xml",
            immutable: true,
        };
        Some(find::file(of, asset, None))
    })
    .await
}

/// `/assets/{name}`: style sheets and fonts
pub async fn get_asset(state: Shared, Path(name): Path<String>, uri: Uri, headers: HeaderMap) -> Response {
    answer(state.0, (Locale::En, uri, headers), move |_| {
        let asset = hatua_publish::asset::asset(&name)?;
        Some(Answer::File {
            bytes: asset.bytes,
            content_type: asset.content_type,
            is_immutable: asset.immutable,
            saved_as: None,
            is_demonstration: false,
        })
    })
    .await
}

/// `/en/...`: English pages have no prefix
pub async fn get_unprefixed(uri: Uri, headers: HeaderMap) -> Response {
    let path = uri.path().trim_start_matches("/en");
    let path = if path.starts_with('/') { path.to_owned() } else { format!("/{path}") };
    // `//host` would be another site.
    Answer::Moved(format!("/{}", path.trim_start_matches('/'))).into_response_for(&headers)
}

/// Everything else
pub async fn get_nothing(state: Shared, uri: Uri, headers: HeaderMap) -> Response {
    let first = uri.path().split('/').nth(1).unwrap_or_default().to_owned();
    let locale = first.parse().unwrap_or(Locale::En);
    answer(state.0, (locale, uri, headers), |_| None).await
}

/// The status of a page that is there.
const FOUND: StatusCode = StatusCode::OK;
