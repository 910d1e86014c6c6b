//! The real server, asked over a real connection, as a browser asks it.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Read, Write as _};
use std::net::TcpStream;
use std::process::Child;

use crate::binary::Folder;

/// A server of one data folder, on a port of its own; it ends with the test.
#[derive(Debug)]
pub(crate) struct Server {
    process: Child,
    address: String,
}

/// What it answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: BTreeMap<String, String>,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    /// The body as text; fonts and pictures that are none come out with marks.
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// Whether it is of this kind (`text/html`).
    pub(crate) fn is(&self, kind: &str) -> bool {
        self.headers.get("content-type").is_some_and(|found| found.starts_with(kind))
    }

    /// Whether something is there, here or where it leads to.
    pub(crate) fn is_there(&self) -> bool {
        self.status == 200 || self.headers.contains_key("location")
    }

    /// Addresses of this site that a page names.
    fn links(&self) -> Vec<String> {
        let text = self.text();
        let named = text.split(['"', '\'']).filter(|part| part.starts_with('/') && !part.starts_with("//"));
        let path = |part: &str| part.split(['#', '?']).next().unwrap_or_default().replace("&amp;", "&");
        named.filter(|part| !part.contains(['<', ' ', '\n'])).map(path).collect()
    }
}

impl Server {
    pub(crate) fn of(folder: &Folder) -> Self {
        let mut process = folder.start(&["serve", "--listen", "127.0.0.1:0"]);
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.trim().trim_start_matches("http://").trim_end_matches('/').to_owned();
        assert!(address.starts_with("127.0.0.1:"), "the server did not start: {line:?}");
        Self { process, address }
    }

    /// Host and port.
    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    pub(crate) fn process_id(&self) -> u32 {
        self.process.id()
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, &[], &[])
    }

    /// Any request: its method, its address, headers beside those of every request, its body.
    pub(crate) fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Answer {
        let mut connection = TcpStream::connect(&self.address).unwrap();
        let mut request =
            format!("{method} {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n", self.address);
        for (name, value) in headers {
            write!(request, "{name}: {value}\r\n").unwrap();
        }
        if method != "GET" {
            write!(request, "Content-Length: {}\r\n", body.len()).unwrap();
        }
        request.push_str("\r\n");
        connection.write_all(&[request.as_bytes(), body].concat()).unwrap();
        let mut bytes = Vec::new();
        connection.read_to_end(&mut bytes).unwrap();
        let end = bytes.windows(4).position(|window| window == b"\r\n\r\n").unwrap();
        let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
        let (first, rest) = head.split_once("\r\n").unwrap();
        let header = |line: &str| {
            let (name, value) = line.split_once(": ").unwrap();
            (name.to_lowercase(), value.to_owned())
        };
        let status = first.split(' ').nth(1).unwrap().parse().unwrap();
        Answer { status, headers: rest.lines().map(header).collect(), body: bytes[end + 4..].to_vec() }
    }

    /// The text of a page or file that must be there.
    #[track_caller]
    pub(crate) fn text(&self, path: &str) -> String {
        let answer = self.get(path);
        assert_eq!(answer.status, 200, "{path}: {}", answer.text());
        answer.text()
    }

    /// Every address that can be reached from these, with its answer.
    pub(crate) fn crawl(&self, from: &[&str]) -> BTreeMap<String, Answer> {
        let mut waiting: Vec<String> = from.iter().map(|path| (*path).to_owned()).collect();
        let mut found = BTreeMap::new();
        while let Some(path) = waiting.pop() {
            if found.contains_key(&path) {
                continue;
            }
            let answer = self.get(&path);
            if answer.is("text/html") {
                waiting.extend(answer.links());
            }
            waiting.extend(answer.headers.get("location").cloned());
            found.insert(path, answer);
        }
        found
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // A server that has ended by itself has nothing to stop.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
