//! Somebody at a browser without a screen: keeps cookies, sends the forms of the page that was opened last.

use hatua_app::account::Factor;

use hatua_app::{Clock, MachineClock};

use serde_json::Value;

use crate::binary::Folder;
use crate::http::{Answer, Server};

/// A visitor of one server.
pub(crate) struct Visitor<'s> {
    server: &'s Server,
    cookie: Option<String>,
    /// The page that is open.
    pub(crate) page: String,
}

impl<'s> Visitor<'s> {
    pub(crate) fn of(server: &'s Server) -> Self {
        Self { server, cookie: None, page: String::new() }
    }

    /// Signs in with password and, where there is one, second factor.
    pub(crate) fn signed_in(server: &'s Server, email: &str, password: &str, secret: Option<&str>) -> Self {
        let mut visitor = Self::of(server);
        visitor.open("/w/sign-in");
        let first = visitor.send("/w/sign-in", &[("email", email), ("password", password)]);
        assert_eq!(first.status, 303, "{email}: {}", first.text());
        if let Some(secret) = secret {
            visitor.open("/w/sign-in/code");
            let code = code_of(secret);
            let second = visitor.send("/w/sign-in/code", &[("code", &code)]);
            assert_eq!(second.status, 303, "{email}: {}", second.text());
        }
        visitor.open("/w/today");
        visitor
    }

    /// The session's cookie, as the browser keeps it.
    pub(crate) fn cookie(&self) -> Option<&str> {
        self.cookie.as_deref()
    }

    /// The same browser with another cookie.
    pub(crate) fn with_cookie(server: &'s Server, cookie: &str) -> Self {
        Self { cookie: Some(cookie.to_owned()), ..Self::of(server) }
    }

    /// Opens a page and stays on it.
    pub(crate) fn open(&mut self, path: &str) -> Answer {
        let cookie = self.cookie.clone().unwrap_or_default();
        let answer = self.server.ask("GET", path, &[("Cookie", &cookie)], &[]);
        self.take(&answer);
        answer
    }

    /// Sends a form of the open page: its hidden fields, and these.
    pub(crate) fn send(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let origin = format!("http://{}", self.server.address());
        self.send_from(path, fields, &origin)
    }

    /// The same from a page of another site.
    pub(crate) fn send_from(&mut self, path: &str, fields: &[(&str, &str)], origin: &str) -> Answer {
        let mut form = form_urlencoded::Serializer::new(String::new());
        for name in ["proof", "programme", "secret", "upload"] {
            if let Some(value) = self.hidden(name) {
                form.append_pair(name, &value);
            }
        }
        form.extend_pairs(fields);
        self.post(path, form.finish().as_bytes(), "application/x-www-form-urlencoded", origin)
    }

    /// Sends any body.
    pub(crate) fn post(&mut self, path: &str, body: &[u8], kind: &str, origin: &str) -> Answer {
        let cookie = self.cookie.clone().unwrap_or_default();
        let headers = [("Cookie", cookie.as_str()), ("Origin", origin), ("Content-Type", kind)];
        let answer = self.server.ask("POST", path, &headers, body);
        self.take(&answer);
        answer
    }

    /// The value of a hidden field of the open page.
    pub(crate) fn hidden(&self, name: &str) -> Option<String> {
        let (_, after) = self.page.split_once(&format!("type=\"hidden\" name=\"{name}\" value=\""))?;
        Some(after.split_once('"')?.0.to_owned())
    }

    /// The values of all hidden fields with this name.
    pub(crate) fn every_hidden(&self, name: &str) -> Vec<String> {
        let before = format!("type=\"hidden\" name=\"{name}\" value=\"");
        let fields = self.page.split(&before).skip(1);
        fields.map(|after| after.split('"').next().unwrap_or_default().to_owned()).collect()
    }

    fn take(&mut self, answer: &Answer) {
        if let Some(cookie) = answer.headers.get("set-cookie") {
            let pair = cookie.split(';').next().unwrap_or_default();
            self.cookie = (!cookie.contains("Max-Age=0")).then(|| pair.to_owned());
        }
        if answer.is("text/html") {
            self.page = answer.text();
        }
    }
}

/// The one-time code of now.
pub(crate) fn code_of(secret: &str) -> String {
    Factor::from_text(secret, "account", "issuer").unwrap().code_at(MachineClock.now())
}

/// The code of the next half minute, for who has used up the one of now.
pub(crate) fn next_code_of(secret: &str) -> String {
    let next = MachineClock.now() + jiff::SignedDuration::from_secs(30);
    Factor::from_text(secret, "account", "issuer").unwrap().code_at(next)
}

impl Visitor<'_> {
    /// Sends a form with a file: the hidden proof of the open page, these fields, the file.
    pub(crate) fn upload(&mut self, path: &str, fields: &[(&str, &str)], file: (&str, &[u8])) -> Answer {
        const EDGE: &str = "edge-of-a-part";
        let proof = self.hidden("proof").unwrap_or_default();
        let mut body = Vec::new();
        for (name, value) in fields.iter().chain(&[("proof", proof.as_str())]) {
            let part =
                format!("--{EDGE}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
            body.extend_from_slice(part.as_bytes());
        }
        let head = format!(
            "--{EDGE}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{}\"\r\n\r\n",
            file.0
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(file.1);
        body.extend_from_slice(format!("\r\n--{EDGE}--\r\n").as_bytes());
        let origin = format!("http://{}", self.address());
        self.post(path, &body, &format!("multipart/form-data; boundary={EDGE}"), &origin)
    }

    fn address(&self) -> &str {
        self.server.address()
    }
}

/// Passwords and second factors of the demonstration, as it prints them.
pub(crate) struct Accounts(Vec<Value>);

impl Accounts {
    pub(crate) fn of(folder: &Folder) -> Self {
        let told = folder.json(&["demo", "--no-serve"]);
        Self(told["accounts"].as_array().unwrap().clone())
    }

    pub(crate) fn secret(&self, email: &str) -> Option<&str> {
        let account = self.0.iter().find(|account| account["email"] == email).unwrap();
        account["totp_secret"].as_str()
    }

    pub(crate) fn sign_in<'s>(&self, server: &'s Server, email: &str) -> Visitor<'s> {
        Visitor::signed_in(server, email, "hatua demonstration", self.secret(email))
    }
}
