//! What a form sends, and the proof that it is ours: a keyed digest of the session that only our own pages know, beside the
//! browser's own word for where the form stood.

use axum::http::{HeaderMap, header};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use hatua_app::account::Token;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;

/// The name of the field with the proof.
pub const PROOF: &str = "proof";

/// The fields of a form, in order; a name may stand several times.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fields(Vec<(String, String)>);

impl Fields {
    /// Reads `a=1&b=2`.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Self {
        Self(form_urlencoded::parse(bytes).into_owned().collect())
    }

    /// The fields of another form of sending.
    #[must_use]
    pub fn of(pairs: Vec<(String, String)>) -> Self {
        Self(pairs)
    }

    /// The first value with this name, without the space around it; nothing where it is missing or blank.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.all(name).next().map(str::trim).filter(|value| !value.is_empty())
    }

    /// The first value with this name as it was typed; empty where it is missing.
    #[must_use]
    pub fn typed(&self, name: &str) -> &str {
        self.all(name).next().unwrap_or_default()
    }

    /// All values with this name.
    pub fn all<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// All fields.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }
}

/// The proof for the forms of a session.
#[must_use]
pub fn proof_of(token: &Token) -> String {
    let mut mac =
        <Hmac<Sha256> as KeyInit>::new_from_slice(token.bytes()).expect("HMAC takes keys of any length");
    mac.update(b"hatua form 1");
    BASE64_URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes())
}

/// Whether a form carries the proof of this session.
#[must_use]
pub fn is_proven(fields: &Fields, token: &Token) -> bool {
    fields.typed(PROOF).as_bytes().ct_eq(proof_of(token).as_bytes()).into()
}

/// Whether a form was sent from one of our own pages, as far as the browser says: a browser that says nothing about it is an
/// old one, whose form still needs its proof.
#[must_use]
pub fn is_from_here(headers: &HeaderMap, origin: Option<&str>) -> bool {
    let value = |name: header::HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    // What page scripts can't write says more than the origin, which a page that hides its address sends as `null`.
    if let Some(site) = headers.get("sec-fetch-site").and_then(|value| value.to_str().ok()) {
        return site == "same-origin";
    }
    let Some(sent) = value(header::ORIGIN) else { return true };
    if let Some(origin) = origin {
        return sent == origin;
    }
    let host = value(header::HOST).unwrap_or_default();
    sent.split_once("://").is_some_and(|(_, sender)| sender == host)
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs
            .iter()
            .map(|(name, value)| (header::HeaderName::from_static(name), HeaderValue::from_static(value)))
            .collect()
    }

    #[test]
    fn a_proof_is_good_for_its_own_session_only() {
        let token = |byte: u8| Token::from_text(&BASE64_URL_SAFE_NO_PAD.encode([byte; 32])).unwrap();
        let fields = Fields::of(vec![(PROOF.to_owned(), proof_of(&token(1)))]);
        assert!(is_proven(&fields, &token(1)));
        assert!(!is_proven(&fields, &token(2)));
        assert!(!is_proven(&Fields::default(), &token(1)));
    }

    #[test]
    fn a_form_of_another_site_is_told_from_ours() {
        let ours = headers(&[("origin", "http://127.0.0.1:8700"), ("host", "127.0.0.1:8700")]);
        assert!(is_from_here(&ours, None));
        assert!(!is_from_here(
            &headers(&[("origin", "http://evil.example"), ("host", "127.0.0.1:8700")]),
            None
        ));
        assert!(!is_from_here(&headers(&[("origin", "null"), ("host", "127.0.0.1:8700")]), None));
        assert!(!is_from_here(&headers(&[("sec-fetch-site", "cross-site")]), None));
        assert!(!is_from_here(&headers(&[("sec-fetch-site", "same-site")]), None));
        assert!(is_from_here(&headers(&[("sec-fetch-site", "same-origin"), ("origin", "null")]), None));
        assert!(!is_from_here(&ours, Some("https://figures.example.org")));
        assert!(is_from_here(&headers(&[]), None));
    }

    #[test]
    fn blank_fields_are_missing_and_names_may_repeat() {
        let fields = Fields::read(b"row=1&row=2&reason=+&note=a%20b");
        assert_eq!(fields.all("row").collect::<Vec<_>>(), ["1", "2"]);
        assert_eq!((fields.get("reason"), fields.get("note"), fields.get("x")), (None, Some("a b"), None));
    }
}
