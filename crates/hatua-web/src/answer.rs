//! The forms of an answer: a page, a file, a redirection. Pages are revalidated, because a banner about a successor may
//! appear later; files whose address holds their version are kept for ever.

use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};

const UNCHANGING: &str = "public, max-age=31536000, immutable";
const REVALIDATED: &str = "no-cache";

/// An answer before it is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// A page in HTML.
    Page {
        /// 200, 404 or 410.
        status: StatusCode,
        /// The page.
        html: String,
        /// Whether search engines are asked to leave it alone.
        is_demonstration: bool,
    },
    /// A file.
    File {
        /// Its bytes.
        bytes: Vec<u8>,
        /// Its media type.
        content_type: &'static str,
        /// Whether it never changes at this address.
        is_immutable: bool,
        /// The name under which it is saved; absent for what is shown in a page.
        saved_as: Option<String>,
        /// Whether search engines are asked to leave it alone.
        is_demonstration: bool,
    },
    /// Another address, as long as it is the newest.
    Elsewhere(String),
    /// Another address, for good.
    Moved(String),
}

impl Answer {
    /// Makes the response, or 304 where the reader has the same page already.
    #[must_use]
    pub fn into_response_for(self, request: &HeaderMap) -> Response {
        match self {
            Self::Page { status, html, is_demonstration } => page(request, status, html, is_demonstration),
            Self::File { bytes, content_type, is_immutable, saved_as, is_demonstration } => {
                let mut response = tagged(request, StatusCode::OK, bytes, content_type);
                let caching = if is_immutable { UNCHANGING } else { REVALIDATED };
                set(&mut response, header::CACHE_CONTROL, caching);
                if let Some(name) = saved_as {
                    set(
                        &mut response,
                        header::CONTENT_DISPOSITION,
                        &format!("attachment; filename=\"{name}\""),
                    );
                }
                mark(&mut response, is_demonstration);
                response
            }
            Self::Elsewhere(address) => (StatusCode::FOUND, [(header::LOCATION, address)]).into_response(),
            Self::Moved(address) => {
                (StatusCode::MOVED_PERMANENTLY, [(header::LOCATION, address)]).into_response()
            }
        }
    }
}

fn page(request: &HeaderMap, status: StatusCode, html: String, is_demonstration: bool) -> Response {
    let mut response = tagged(request, status, html.into_bytes(), "text/html; charset=utf-8");
    set(&mut response, header::CACHE_CONTROL, REVALIDATED);
    mark(&mut response, is_demonstration);
    response
}

fn tagged(request: &HeaderMap, status: StatusCode, bytes: Vec<u8>, content_type: &'static str) -> Response {
    let digest = Sha256::digest(&bytes);
    let tag = format!("W/\"{}\"", hex::encode(&digest[..12]));
    let is_known = status == StatusCode::OK
        && request
            .get(header::IF_NONE_MATCH)
            .and_then(|known| known.to_str().ok())
            .is_some_and(|known| known.contains(&tag));
    let mut response = if is_known {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        (status, Body::from(bytes)).into_response()
    };
    set(&mut response, header::CONTENT_TYPE, content_type);
    set(&mut response, header::ETAG, &tag);
    response
}

fn mark(response: &mut Response, is_demonstration: bool) {
    if is_demonstration {
        response.headers_mut().insert("x-robots-tag", HeaderValue::from_static("noindex"));
    }
}

fn set(response: &mut Response, name: header::HeaderName, value: &str) {
    let value = HeaderValue::from_str(value).expect("headers are made of codes, slugs and hashes");
    response.headers_mut().insert(name, value);
}
