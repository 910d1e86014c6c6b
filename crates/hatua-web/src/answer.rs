//! The forms of an answer: a page, a file, a redirection. Pages are revalidated, because a banner about a successor may
//! appear later; files whose address holds their version are kept for ever. How an answer goes out is in `ready`.

use axum::http::StatusCode;

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
