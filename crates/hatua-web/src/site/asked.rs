//! What a reader asks for: the site, the language, the address. Every handler takes it and answers through it.

use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::{FromRequestParts, OriginalUri};
use axum::http::HeaderMap;
use axum::http::request::Parts;
use axum::response::Response;
use hatua_app::AppError;
use hatua_core::programme::Locale;
use hatua_publish::site::Site;

use super::find;
use crate::answer::Answer;
use crate::error::WebError;
use crate::ready::Ready;
use crate::state::SiteState;

/// A request for something of the public site.
pub struct Asked {
    /// The language of the address.
    pub locale: Locale,
    state: Arc<SiteState>,
    path: String,
    headers: HeaderMap,
}

impl Asked {
    /// Makes the answer on a thread that may wait for the disk; `make` gives none where the address names nothing.
    pub async fn answer(self, make: impl FnOnce(&Site) -> Option<Answer> + Send + 'static) -> Response {
        self.on_a_thread(move |state, _| Ok(state.with_site(make)?.map(|answer| Arc::new(answer.into()))))
            .await
    }

    /// Makes a page as `answer` does, once for each state of the site: for pages that depend on their address alone.
    pub async fn page(self, make: impl FnOnce(&Site) -> Option<Answer> + Send + 'static) -> Response {
        if let Some(kept) = self.state.at_hand(&self.path).filter(|kept| kept.is_at_hand_for(&self.headers)) {
            return kept.response_for(&self.headers);
        }
        self.on_a_thread(move |state, path| state.page(path, make)).await
    }

    async fn on_a_thread(
        self,
        work: impl FnOnce(&SiteState, &str) -> Result<Option<Arc<Ready>>, AppError> + Send + 'static,
    ) -> Response {
        let Self { locale, state, path, headers } = self;
        let answered = tokio::task::spawn_blocking(move || {
            let ready = match work(&state, &path)? {
                Some(ready) => ready,
                None => Arc::new(state.with_site(|site| find::not_found(site, locale, &path))?.into()),
            };
            Ok::<_, AppError>(ready.response_for(&headers))
        });
        match answered.await.map_err(WebError::from).and_then(|found| found.map_err(WebError::from)) {
            Ok(response) => response,
            Err(error) => error.into_response_in(locale),
        }
    }
}

impl FromRequestParts<Arc<SiteState>> for Asked {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &Arc<SiteState>) -> Result<Self, Infallible> {
        // The router cuts the language off the address; the reader is told the one that was asked for.
        let uri = parts.extensions.get::<OriginalUri>().map_or(&parts.uri, |original| &original.0);
        let language = uri.path().split('/').nth(1).and_then(|first| first.parse().ok());
        Ok(Self {
            locale: language.unwrap_or(Locale::En),
            state: Arc::clone(state),
            path: uri.path().to_owned(),
            headers: parts.headers.clone(),
        })
    }
}
