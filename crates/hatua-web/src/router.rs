//! Every address that the server answers, in one list.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::http::{HeaderValue, StatusCode, header};
use axum::routing::get;
use hatua_core::limits::REQUEST_SECONDS_MAX;
use hatua_core::programme::Locale;
use hatua_publish::site::CONTENT_POLICY;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::set_header::SetResponseHeaderLayer;
use tower_http::timeout::TimeoutLayer;

use crate::site;
use crate::state::SiteState;
use crate::workspace::{self, Workspace};

/// The whole site, with the workspace where the keys for it are at hand.
pub fn router(state: Arc<SiteState>, workspace: Option<Arc<Workspace>>) -> Router {
    let fixed = |name, value| SetResponseHeaderLayer::if_not_present(name, HeaderValue::from_static(value));
    let mut router = pages()
        .route("/assets/{name}", get(site::get_asset))
        .route("/m/{action}/{*path}", get(site::get_media))
        .route("/p/{action}/{name}", get(site::get_plot))
        .route("/en", get(site::get_unprefixed))
        .route("/en/", get(site::get_unprefixed))
        .route("/en/{*path}", get(site::get_unprefixed));
    for locale in [Locale::Fr, Locale::Ar] {
        let prefix = format!("/{}", locale.tag());
        router = router.route(&format!("{prefix}/"), get(site::get_actions)).nest(&prefix, pages());
    }
    let mut router = router.fallback(site::get_nothing).with_state(state);
    if let Some(workspace) = workspace {
        for locale in [Locale::Fr, Locale::Ar] {
            router = router.nest(&format!("/{}", locale.tag()), workspace::routes(Arc::clone(&workspace)));
        }
        router = router.merge(workspace::routes(workspace));
    }
    router
        .layer(TimeoutLayer::with_status_code(
            StatusCode::GATEWAY_TIMEOUT,
            Duration::from_secs(REQUEST_SECONDS_MAX),
        ))
        .layer(CatchPanicLayer::new())
        .layer(fixed(header::CONTENT_SECURITY_POLICY, CONTENT_POLICY))
        .layer(fixed(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .layer(fixed(header::REFERRER_POLICY, "no-referrer"))
}

/// The pages, the same in each language. `/f/{action}/{figure}/{part}` is a version (`v5`) or a file (`v5.csv`,
/// `reported.json`).
fn pages() -> Router<Arc<SiteState>> {
    Router::new()
        .route("/", get(site::get_actions))
        .route("/a/{action}", get(site::get_action))
        .route("/a/{action}/{release}", get(site::get_release))
        .route("/a/{action}/where/{figure}", get(site::get_where))
        .route("/a/{action}/c/{country}", get(site::get_country))
        .route("/f/{action}/{figure}", get(site::get_figure))
        .route("/f/{action}/{figure}/{part}", get(site::get_figure_part))
        .route("/results", get(site::get_results))
        .route("/methods", get(site::get_methods))
        .route("/data", get(site::get_data))
        .route("/methods/{action}", get(site::get_rules))
        .route("/changes", get(site::get_changes))
        .route("/changes.atom", get(site::get_changes_feed))
        .route("/search", get(site::get_search))
        .route("/n/{story}", get(site::get_story))
        .route("/d/{document}", get(site::get_document))
        .route("/c/{action}/{contract}", get(site::get_contract))
}
