//! An answer with all that is worked out once: its headers, the tag of its bytes, and the bytes packed. It stands apart
//! from `answer`, which says what is answered; here is how it goes out. The page that a reader gets, packed or not, and the
//! file of a copy have the same bytes.

use std::io::Write as _;
use std::sync::OnceLock;

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use flate2::Compression;
use flate2::write::GzEncoder;
use hatua_core::limits::PACKED_BYTES_MIN;
use sha2::{Digest, Sha256};

use crate::answer::Answer;

const UNCHANGING: &str = "public, max-age=31536000, immutable";
const REVALIDATED: &str = "no-cache";
const GZIP: &str = "gzip";

/// An answer that can be sent again and again.
#[derive(Debug)]
pub struct Ready {
    status: StatusCode,
    headers: HeaderMap,
    /// What a reader who has the bytes already says of them; absent where there are none.
    tag: Option<String>,
    bytes: Bytes,
    /// The bytes packed, from the first request for them on; within it nothing where packing does not pay.
    packed: OnceLock<Option<Bytes>>,
}

impl From<Answer> for Ready {
    fn from(answer: Answer) -> Self {
        match answer {
            Answer::Page { status, html, is_demonstration } => {
                let mut ready = Self::of(status, html.into_bytes(), "text/html; charset=utf-8");
                ready.set(header::CACHE_CONTROL, REVALIDATED);
                ready.mark(is_demonstration);
                ready
            }
            Answer::File { bytes, content_type, is_immutable, saved_as, is_demonstration } => {
                let mut ready = Self::of(StatusCode::OK, bytes, content_type);
                ready.set(header::CACHE_CONTROL, if is_immutable { UNCHANGING } else { REVALIDATED });
                if let Some(name) = saved_as {
                    ready.set(header::CONTENT_DISPOSITION, &format!("attachment; filename=\"{name}\""));
                }
                ready.mark(is_demonstration);
                ready
            }
            Answer::Elsewhere(address) => Self::leading_to(StatusCode::FOUND, &address),
            Answer::Moved(address) => Self::leading_to(StatusCode::MOVED_PERMANENTLY, &address),
        }
    }
}

impl Ready {
    fn of(status: StatusCode, bytes: Vec<u8>, content_type: &'static str) -> Self {
        let digest = Sha256::digest(&bytes);
        let tag = format!("W/\"{}\"", hex::encode(&digest[..12]));
        let packed = OnceLock::new();
        let mut headers = HeaderMap::new();
        if is_packable(content_type) && bytes.len() >= PACKED_BYTES_MIN {
            headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
        } else {
            packed.set(None).expect("it was made two lines above");
        }
        let mut ready = Self { status, headers, tag: None, bytes: bytes.into(), packed };
        ready.set(header::CONTENT_TYPE, content_type);
        ready.set(header::ETAG, &tag);
        ready.tag = Some(tag);
        ready
    }

    fn leading_to(status: StatusCode, address: &str) -> Self {
        let packed = OnceLock::from(None);
        let mut ready = Self { status, headers: HeaderMap::new(), tag: None, bytes: Bytes::new(), packed };
        ready.set(header::LOCATION, address);
        ready
    }

    fn mark(&mut self, is_demonstration: bool) {
        if is_demonstration {
            self.headers.insert("x-robots-tag", HeaderValue::from_static("noindex"));
        }
    }

    fn set(&mut self, name: header::HeaderName, value: &str) {
        let value = HeaderValue::from_str(value).expect("headers are made of codes, slugs and hashes");
        self.headers.insert(name, value);
    }

    /// Its status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The bytes that it holds at most, packed ones included: packed ones are kept only where they are fewer.
    #[must_use]
    pub fn bytes_max(&self) -> usize {
        self.bytes.len().saturating_mul(2)
    }

    /// Whether nothing has to be packed before this request is answered.
    #[must_use]
    pub fn is_at_hand_for(&self, request: &HeaderMap) -> bool {
        self.packed.get().is_some() || self.is_known_to(request) || !takes_gzip(request)
    }

    /// Makes the response, or 304 where the reader has the same bytes already.
    #[must_use]
    pub fn response_for(&self, request: &HeaderMap) -> Response {
        if self.is_known_to(request) {
            return (StatusCode::NOT_MODIFIED, self.headers.clone()).into_response();
        }
        let packed = if takes_gzip(request) { self.packed() } else { None };
        let body = Body::from(packed.unwrap_or(&self.bytes).clone());
        let mut response = (self.status, self.headers.clone(), body).into_response();
        if packed.is_some() {
            response.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static(GZIP));
        }
        response
    }

    fn is_known_to(&self, request: &HeaderMap) -> bool {
        let known = request.get(header::IF_NONE_MATCH).and_then(|known| known.to_str().ok());
        self.status == StatusCode::OK
            && self.tag.as_deref().zip(known).is_some_and(|(tag, known)| known.contains(tag))
    }

    fn packed(&self) -> Option<&Bytes> {
        let pack = || Some(packed(&self.bytes)).filter(|packed| packed.len() < self.bytes.len());
        self.packed.get_or_init(pack).as_ref()
    }
}

fn packed(bytes: &[u8]) -> Bytes {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).expect("memory takes every byte");
    encoder.finish().expect("memory takes every byte").into()
}

/// Text in any form; pictures, fonts and workbooks are packed in themselves.
fn is_packable(content_type: &str) -> bool {
    let kind = content_type.split(';').next().unwrap_or_default();
    kind.starts_with("text/")
        || kind.ends_with("json")
        || kind.ends_with("xml")
        || kind == "application/x-bibtex"
}

/// Whether the reader takes gzip: it is named, or anything is taken, and it is not refused by a weight of zero.
fn takes_gzip(request: &HeaderMap) -> bool {
    let named = request.get_all(header::ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    let mut of_any = false;
    for coding in named.flat_map(|value| value.split(',')) {
        let (name, weight) = coding.split_once(';').unwrap_or((coding, "q=1"));
        let weight = weight.trim().strip_prefix("q=").and_then(|weight| weight.parse::<f32>().ok());
        let is_taken = weight.is_some_and(|weight| weight > 0.0);
        match name.trim() {
            name if name.eq_ignore_ascii_case(GZIP) => return is_taken,
            "*" => of_any = is_taken,
            _ => {}
        }
    }
    of_any
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use axum::body::to_bytes;
    use flate2::read::GzDecoder;

    use super::*;

    fn asking(name: header::HeaderName, value: &str) -> HeaderMap {
        HeaderMap::from_iter([(name, HeaderValue::from_str(value).unwrap())])
    }

    fn page() -> Ready {
        let html = "<p>one of many lines</p>\n".repeat(100);
        Answer::Page { status: StatusCode::OK, html, is_demonstration: true }.into()
    }

    fn file(content_type: &'static str, bytes: &[u8]) -> Ready {
        Answer::File {
            bytes: bytes.to_vec(),
            content_type,
            is_immutable: true,
            saved_as: None,
            is_demonstration: false,
        }
        .into()
    }

    fn body(response: Response) -> Vec<u8> {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(to_bytes(response.into_body(), usize::MAX)).unwrap().to_vec()
    }

    #[test]
    fn a_page_is_packed_once_and_unpacks_to_the_plain_one() {
        let page = page();
        let gzip = asking(header::ACCEPT_ENCODING, "br, gzip");
        assert!(!page.is_at_hand_for(&gzip));
        let response = page.response_for(&gzip);
        assert!(page.is_at_hand_for(&gzip));
        assert_eq!(response.headers()[header::CONTENT_ENCODING], "gzip");
        assert_eq!(response.headers()[header::VARY], "accept-encoding");
        let mut unpacked = Vec::new();
        GzDecoder::new(&*body(response)).read_to_end(&mut unpacked).unwrap();
        let plain = page.response_for(&HeaderMap::new());
        assert_eq!(plain.headers().get(header::CONTENT_ENCODING), None);
        assert_eq!(plain.headers()[header::VARY], "accept-encoding");
        assert_eq!(body(plain), unpacked);
    }

    #[test]
    fn a_reader_who_has_the_page_gets_no_bytes_and_nothing_is_packed() {
        let page = page();
        let tag = page.response_for(&HeaderMap::new()).headers()[header::ETAG].clone();
        let mut known = asking(header::ACCEPT_ENCODING, "gzip");
        known.insert(header::IF_NONE_MATCH, tag.clone());
        let response = page.response_for(&known);
        assert_eq!(response.status(), StatusCode::NOT_MODIFIED);
        assert_eq!(response.headers()[header::ETAG], tag);
        assert_eq!(response.headers()[header::CACHE_CONTROL], REVALIDATED);
        assert_eq!(body(response), b"");
        assert_eq!(page.packed.get(), None);
        assert_eq!(page.response_for(&asking(header::IF_NONE_MATCH, "W/\"other\"")).status(), StatusCode::OK);
    }

    #[test]
    fn what_packing_does_not_help_goes_out_as_it_is() {
        let gzip = asking(header::ACCEPT_ENCODING, "gzip");
        for ready in
            [file("font/woff2", &[7; 4_000]), file("text/css", b"a{}"), file("image/png", &[0; 4_000])]
        {
            let response = ready.response_for(&gzip);
            assert_eq!(response.headers().get(header::CONTENT_ENCODING), None);
            assert_eq!(response.headers().get(header::VARY), None);
            assert_eq!(body(response), ready.bytes);
        }
        for kind in ["image/svg+xml", "application/json", "text/csv; charset=utf-8", "application/atom+xml"] {
            let response = file(kind, &[b'x'; 4_000]).response_for(&gzip);
            assert_eq!(response.headers()[header::CONTENT_ENCODING], "gzip", "{kind}");
        }
    }

    #[test]
    fn gzip_is_sent_to_those_who_take_it_only() {
        for taken in ["gzip", "GZIP", "deflate, gzip;q=0.5", "*", "br;q=1, *;q=0.1"] {
            assert!(takes_gzip(&asking(header::ACCEPT_ENCODING, taken)), "{taken}");
        }
        for refused in ["", "br", "gzip;q=0", "*, gzip;q=0.0", "*;q=0", "gzip;q=x", "gzipped"] {
            assert!(!takes_gzip(&asking(header::ACCEPT_ENCODING, refused)), "{refused}");
        }
        assert!(!takes_gzip(&HeaderMap::new()));
    }

    #[test]
    fn a_redirection_has_an_address_and_nothing_else() {
        let response = Ready::from(Answer::Moved("/a/x".to_owned())).response_for(&HeaderMap::new());
        assert_eq!(response.status(), StatusCode::MOVED_PERMANENTLY);
        assert_eq!(response.headers()[header::LOCATION], "/a/x");
        assert_eq!(response.headers().get(header::ETAG), None);
    }
}
