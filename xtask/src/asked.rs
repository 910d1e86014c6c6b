//! One request to a server of this machine and its answer, byte by byte: a client that unpacks or caches would hide what is
//! compared.

use std::fmt::Write as _;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;

use anyhow::Context as _;

/// An answer as it came.
#[derive(Debug)]
pub struct Answered {
    /// `200`, `304`.
    pub status: u16,
    headers: Vec<(String, String)>,
    /// The bytes, packed ones as they are.
    pub body: Vec<u8>,
}

impl Answered {
    /// The value of a header, whose name is given in small letters.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    fn read(bytes: &[u8]) -> Option<Self> {
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n")?;
        let mut lines = std::str::from_utf8(&bytes[..end]).ok()?.split("\r\n");
        let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
        let headers = lines
            .filter_map(|line| line.split_once(':'))
            .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
            .collect();
        Some(Self { status, headers, body: bytes[end + 4..].to_vec() })
    }
}

/// Asks once, on a connection of its own.
///
/// # Errors
/// When the server does not answer with HTTP.
pub fn ask(address: &str, path: &str, headers: &[&str]) -> anyhow::Result<Answered> {
    let failed = || format!("http://{address}{path} could not be read");
    let mut request = format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n");
    for header in headers {
        write!(request, "{header}\r\n").expect("text takes every line");
    }
    request.push_str("\r\n");
    let mut stream = TcpStream::connect(address).with_context(failed)?;
    stream.write_all(request.as_bytes()).with_context(failed)?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).with_context(failed)?;
    Answered::read(&bytes).with_context(failed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_read_as_it_came() {
        let answer = Answered::read(b"HTTP/1.1 200 OK\r\nETag: W/\"a:b\"\r\n\r\none\r\n\r\ntwo").unwrap();
        assert_eq!((answer.status, answer.header("etag")), (200, Some("W/\"a:b\"")));
        assert_eq!(answer.body, b"one\r\n\r\ntwo");
        assert!(Answered::read(b"HTTP/1.1 200 OK\r\n").is_none());
    }
}
