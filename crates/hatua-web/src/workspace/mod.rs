//! The workspace: what signed-in users do. A handler reads the address and the form, calls one act or one reader, and
//! answers; who asks, and whether the form is ours, is settled before it is called (`desk`).

pub mod desk;
pub mod form;
pub mod state;
pub mod uploads;

mod check;
mod gate;
mod list_view;
mod publish;
mod record;
mod records;
mod send;
mod settings;
mod shell;
mod today;
mod values;

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::{HeaderValue, header};
use axum::routing::{get, post};
use hatua_core::limits::FILE_BYTES_MAX;
use tower_http::compression::CompressionLayer;
use tower_http::set_header::SetResponseHeaderLayer;

pub use state::{Door, Workspace};

/// What a browser may load in the workspace: as on a public page, and our own script, which only adds keys.
const CONTENT_POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
                              script-src 'self'; object-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// What a source document may load, which a page of the workspace sets in beside its rows: nothing of ours.
const SOURCE_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

/// Every address of the workspace, the same in each language.
pub fn routes(workspace: Arc<Workspace>) -> Router {
    let fixed = |name, value| SetResponseHeaderLayer::overriding(name, HeaderValue::from_static(value));
    let sources = Router::new()
        .route("/w/documents/{file}", get(check::get_source))
        .layer(fixed(header::CONTENT_SECURITY_POLICY, SOURCE_POLICY));
    let pages = Router::new()
        .route("/w", get(today::get_start))
        .route("/w/sign-in", get(gate::get_sign_in).post(gate::post_sign_in))
        .route("/w/sign-in/code", get(gate::get_code).post(gate::post_code))
        .route("/w/sign-in/factor", get(gate::get_factor).post(gate::post_factor))
        .route("/w/sign-out", post(gate::post_sign_out))
        .route("/w/invitation/{programme}/{code}", get(gate::get_invitation).post(gate::post_invitation))
        .route("/w/today", get(today::get_today))
        .route("/w/send", get(send::get_send))
        .route(
            "/w/send/look",
            post(send::post_look)
                .layer(DefaultBodyLimit::max(usize::try_from(FILE_BYTES_MAX + 65_536).unwrap_or(usize::MAX))),
        )
        .route("/w/send/import", post(send::post_import))
        .route("/w/publish", get(publish::get_publish))
        .route("/w/publish/{release}/prepare", post(publish::post_prepare))
        .route("/w/publish/{release}/sign", post(publish::post_sign))
        .route("/w/publish/{release}/review", post(publish::post_review))
        .route("/w/publish/{release}/answer", post(publish::post_answer))
        .route("/w/records", get(records::get_registers))
        .route("/w/records/{register}", get(records::get_records))
        .route("/w/records/{register}/list.csv", get(records::get_file))
        .route("/w/records/{register}/act", post(record::post_act))
        .route("/w/records/{register}/{record}", get(record::get_record))
        .route("/w/check", get(check::get_documents))
        .route("/w/check/{partner}/{document}", get(check::get_list).post(check::post_list))
        .route("/w/settings", get(settings::get_settings))
        .route("/w/settings/sessions/end", post(settings::post_end_session))
        .route("/w/settings/password", post(settings::post_password))
        .layer(fixed(header::CONTENT_SECURITY_POLICY, CONTENT_POLICY));
    pages
        .merge(sources)
        .layer(fixed(header::CACHE_CONTROL, "no-store"))
        // With no referrer at all, a browser would hide from us that a form is our own.
        .layer(fixed(header::REFERRER_POLICY, "same-origin"))
        // A page of the workspace is its reader's own and kept nowhere; public pages are packed once.
        .layer(CompressionLayer::new())
        .with_state(workspace)
}
