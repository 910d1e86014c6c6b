//! The only place that turns errors into status codes and sentences. The cause goes to the log, never to the reader.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use hatua_app::AppError;
use hatua_core::programme::Locale;

/// What went wrong on our side.
#[derive(Debug, thiserror::Error)]
pub enum WebError {
    /// The data folder can't be read.
    #[error(transparent)]
    App(#[from] AppError),
    /// A worker thread ended without an answer.
    #[error("a page could not be made: {0}")]
    Worker(#[from] tokio::task::JoinError),
}

impl WebError {
    /// The answer in the reader's language.
    #[must_use]
    pub fn into_response_in(self, locale: Locale) -> Response {
        tracing::error!(error = %self, "a request failed");
        let html = hatua_publish::site::error_page::render_failure(locale);
        (StatusCode::INTERNAL_SERVER_ERROR, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], html)
            .into_response()
    }
}
