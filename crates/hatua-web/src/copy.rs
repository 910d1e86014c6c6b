//! A copy of the public site as files: every page of every language and release, and everything that they show. It asks
//! the server's own router, link by link, so that a file has the bytes of the live page and no link of it is dead. Only the
//! search differs: nobody is there to answer.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use hatua_app::AppError;
use hatua_core::limits::{SITE_ADDRESSES_MAX, SITE_FILE_BYTES_MAX};
use hatua_core::programme::Locale;
use hatua_publish::links;
use hatua_publish::site::search_page::render_search_without_server;
use tower::ServiceExt;

use crate::router::router;
use crate::state::SiteState;

/// Why there is no copy.
#[derive(Debug, thiserror::Error)]
pub enum CopyError {
    /// The data folder can't be read.
    #[error(transparent)]
    App(#[from] AppError),
    /// A page leads nowhere.
    #[error("{from} leads to {address}, which is answered with {status}")]
    DeadLink {
        /// The page.
        from: String,
        /// Where it leads.
        address: String,
        /// What is answered there.
        status: StatusCode,
    },
    /// An answer did not come whole.
    #[error("{address} could not be read: {cause}")]
    Answer {
        /// Its address.
        address: String,
        /// What happened.
        cause: axum::Error,
    },
    /// The site goes on and on.
    #[error("the site has more than {SITE_ADDRESSES_MAX} addresses")]
    Endless,
}

/// One file of the copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CopiedFile {
    /// Where it lies in the folder: `a/bmm/index.html`.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The file that a plain server shows for an address that names nothing.
const NOT_FOUND: &str = "404.html";

/// All files of the copy.
///
/// # Errors
/// When the folder can't be read, or a page leads nowhere.
pub async fn copy_site(state: SiteState) -> Result<Vec<CopiedFile>, CopyError> {
    let state = Arc::new(state);
    let mut files = Vec::new();
    let mut seen: BTreeMap<String, String> =
        Locale::ALL.map(|locale| (links::actions(locale), "the start".to_owned())).into();
    let mut waiting: Vec<String> = seen.keys().cloned().collect();
    while let Some(address) = waiting.pop() {
        let answer = ask(&state, &address).await?;
        if !matches!(answer.status, StatusCode::OK | StatusCode::GONE) {
            let from = seen[&address].clone();
            return Err(CopyError::DeadLink { from, address, status: answer.status });
        }
        for link in answer.links() {
            if !seen.contains_key(&link) {
                seen.insert(link.clone(), address.clone());
                waiting.push(link);
            }
        }
        if seen.len() > SITE_ADDRESSES_MAX {
            return Err(CopyError::Endless);
        }
        files.push(CopiedFile { path: path_of(&address, &answer.kind), bytes: answer.bytes });
    }
    let not_found = ask(&state, &format!("/{NOT_FOUND}")).await?;
    files.push(CopiedFile { path: NOT_FOUND.to_owned(), bytes: not_found.bytes });
    for locale in Locale::ALL {
        let path = path_of(&links::search(locale), HTML);
        let html = state.with_site(|site| render_search_without_server(site, locale))?;
        if let Some(search) = files.iter_mut().find(|file| file.path == path) {
            search.bytes = html.into_bytes();
        }
    }
    files.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(files)
}

const HTML: &str = "text/html";
const CSS: &str = "text/css";

/// An answer, followed to where it leads.
struct Answer {
    status: StatusCode,
    kind: String,
    bytes: Vec<u8>,
}

/// Asks the router; a redirection is followed once, as the site makes no others.
async fn ask(state: &Arc<SiteState>, address: &str) -> Result<Answer, CopyError> {
    let (status, headers, body) = ask_once(state, address).await;
    let (status, headers, body) = match text(&headers, &header::LOCATION) {
        Some(elsewhere) if status.is_redirection() => ask_once(state, &elsewhere).await,
        Some(_) | None => (status, headers, body),
    };
    let kind = text(&headers, &header::CONTENT_TYPE).unwrap_or_default();
    let bytes = to_bytes(body, SITE_FILE_BYTES_MAX)
        .await
        .map_err(|cause| CopyError::Answer { address: address.to_owned(), cause })?;
    Ok(Answer { status, kind, bytes: bytes.to_vec() })
}

async fn ask_once(state: &Arc<SiteState>, address: &str) -> (StatusCode, HeaderMap, Body) {
    let request = Request::get(address).body(Body::empty()).expect("a link of a page is an address");
    let answered = router(Arc::clone(state), None).oneshot(request).await;
    let (parts, body) = answered.unwrap_or_else(|never| match never {}).into_parts();
    (parts.status, parts.headers, body)
}

fn text(headers: &HeaderMap, name: &header::HeaderName) -> Option<String> {
    headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_owned)
}

impl Answer {
    /// Everything of this site that the page or style sheet leads to, shows or loads.
    fn links(&self) -> Vec<String> {
        let text = String::from_utf8_lossy(&self.bytes);
        if self.kind.starts_with(CSS) {
            let named = text.split("url(").skip(1).filter_map(|rest| rest.split(')').next());
            return named.map(|name| links::asset(name.trim_matches(['"', '\'']))).collect();
        }
        if !self.kind.starts_with(HTML) {
            return Vec::new();
        }
        let starts = [" href=\"", " src=\"", " srcset=\""];
        let named = starts.iter().flat_map(|start| text.split(start).skip(1));
        let named = named.filter_map(|rest| rest.split(['"', '#', '?']).next());
        named.filter(|link| link.starts_with('/') && !link.starts_with("//")).map(str::to_owned).collect()
    }
}

/// A page is the index of a folder of its name, so that a plain server finds it under its address.
fn path_of(address: &str, kind: &str) -> String {
    let path = address.trim_matches('/');
    match (kind.starts_with(HTML), path.is_empty()) {
        (true, true) => "index.html".to_owned(),
        (true, false) => format!("{path}/index.html"),
        (false, _) => path.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn links(kind: &str, text: &str) -> Vec<String> {
        Answer { status: StatusCode::OK, kind: kind.to_owned(), bytes: text.as_bytes().to_vec() }.links()
    }

    #[test]
    fn a_page_is_the_index_of_its_folder_and_a_file_is_itself() {
        assert_eq!(path_of("/", "text/html; charset=utf-8"), "index.html");
        assert_eq!(path_of("/ar/", "text/html"), "ar/index.html");
        assert_eq!(path_of("/f/x/trained/v5", "text/html"), "f/x/trained/v5/index.html");
        assert_eq!(path_of("/f/x/trained/v5.csv", "text/csv"), "f/x/trained/v5.csv");
    }

    #[test]
    fn links_of_this_site_are_followed_and_others_are_not() {
        let page = r##"<a href="/a/x#news"><a href="#top"><a href="https://else.example/"><a href="//else.example"><img src="/m/x/p.svg"><a href="/search?q=x">"##;
        assert_eq!(links("text/html", page), ["/a/x", "/search", "/m/x/p.svg"]);
        assert_eq!(links("text/css", "src:url(font-1.woff2)format"), ["/assets/font-1.woff2"]);
        assert_eq!(links("application/json", r#"{"x": " href=\"/a\""}"#), [""; 0]);
    }
}
