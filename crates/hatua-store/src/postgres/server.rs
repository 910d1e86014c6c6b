//! Where a `PostgreSQL` database is: a `postgres://` address, read once. It holds a password, so it is shown without one
//! and never printed otherwise.

use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};
use tokio_postgres::Config;
use tokio_postgres::config::{Host, SslMode};
use tokio_postgres_rustls::MakeRustlsConnect;

use crate::error::StoreError;

/// How long a server may take to answer, where the address does not say it.
const CONNECT_WAIT: Duration = Duration::from_secs(10);
/// After how long without an answer a connection counts as broken: a server that was unplugged says nothing.
const SILENCE_MAX: Duration = Duration::from_secs(30);
/// The port that an address without one means.
const USUAL_PORT: u16 = 5432;
/// The tables of the store lie in a schema of their own, apart from those of other programs in the same database.
const SCHEMA: &str = "hatua";
/// Where a demonstration is made before it is moved into place.
const SCHEMA_IN_THE_MAKING: &str = "hatua_making";

/// The address of a database on a `PostgreSQL` server.
#[derive(Clone)]
pub struct Server {
    config: Config,
    /// The certificates of the authorities that may vouch for the server; the public ones where it is absent.
    authorities: Option<PathBuf>,
    schema: &'static str,
    shown: String,
}

/// Why a text is no address of a database.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "{0}; write postgres://USER:PASSWORD@HOST/DATABASE, or leave it away for the SQLite file in the data folder"
)]
pub struct AddressError(String);

impl FromStr for Server {
    type Err = AddressError;

    fn from_str(text: &str) -> Result<Self, AddressError> {
        let scheme = ["postgres://", "postgresql://"].into_iter().find(|scheme| text.starts_with(scheme));
        let Some(scheme) = scheme else {
            return Err(AddressError("this is not the address of a PostgreSQL database".into()));
        };
        let (address, authorities) = without_own_options(text);
        let mut config: Config =
            address.parse().map_err(|error: tokio_postgres::Error| AddressError(sentence(&error)))?;
        if config.get_hosts().is_empty() || config.get_dbname().is_none() {
            return Err(AddressError("the address names no host or no database".into()));
        }
        if config.get_connect_timeout().is_none() {
            config.connect_timeout(CONNECT_WAIT);
        }
        config.keepalives_idle(SILENCE_MAX).tcp_user_timeout(SILENCE_MAX).application_name("hatua");
        let shown = shown(scheme, &config);
        Ok(Self { config, authorities, schema: SCHEMA, shown })
    }
}

/// Takes out of an address what the client does not know: the file of authorities, and the stricter modes of TLS (here
/// every certificate is checked in full).
fn without_own_options(text: &str) -> (String, Option<PathBuf>) {
    let Some((base, query)) = text.split_once('?') else { return (text.to_owned(), None) };
    let mut authorities = None;
    let mut kept = Vec::new();
    for option in query.split('&') {
        match option.split_once('=') {
            Some(("sslrootcert", file)) => authorities = Some(PathBuf::from(decoded(file))),
            Some(("sslmode", "verify-ca" | "verify-full")) => kept.push("sslmode=require"),
            _ => kept.push(option),
        }
    }
    let query = if kept.is_empty() { String::new() } else { format!("?{}", kept.join("&")) };
    (format!("{base}{query}"), authorities)
}

/// A part of an address with its `%2F` and the like put back; what is no such form stays as it is.
fn decoded(text: &str) -> String {
    let mut parts = text.split('%');
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        if let Some(byte) = part.get(..2).and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            bytes.push(byte);
            bytes.extend_from_slice(&part.as_bytes()[2..]);
        } else {
            bytes.push(b'%');
            bytes.extend_from_slice(part.as_bytes());
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The address without its password.
fn shown(scheme: &str, config: &Config) -> String {
    let user = config.get_user().map(|user| format!("{user}@")).unwrap_or_default();
    let hosts: Vec<String> = config
        .get_hosts()
        .iter()
        .map(|host| match host {
            Host::Tcp(name) => name.clone(),
            Host::Unix(folder) => folder.display().to_string(),
        })
        .collect();
    let port = config.get_ports().iter().find(|port| **port != USUAL_PORT);
    let port = port.map(|port| format!(":{port}")).unwrap_or_default();
    format!("{scheme}{user}{}{port}/{}", hosts.join(","), config.get_dbname().unwrap_or_default())
}

impl fmt::Display for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.shown)
    }
}

impl fmt::Debug for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Server({}, {})", self.shown, self.schema)
    }
}

impl Server {
    /// The same database, where a demonstration is made before it is moved into place.
    #[must_use]
    pub fn in_the_making(&self) -> Self {
        Self { schema: SCHEMA_IN_THE_MAKING, ..self.clone() }
    }

    pub(super) fn config(&self) -> &Config {
        &self.config
    }

    pub(super) fn schema(&self) -> &'static str {
        self.schema
    }

    pub(super) fn wants_tls(&self) -> bool {
        self.config.get_ssl_mode() == SslMode::Require
    }

    /// What makes encrypted connections: every certificate is checked, with its name.
    pub(super) fn tls(&self) -> Result<MakeRustlsConnect, StoreError> {
        let mut roots = RootCertStore::empty();
        match &self.authorities {
            None => roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned()),
            Some(file) => {
                let unreadable = |cause: String| StoreError::Certificates { path: file.clone(), cause };
                let found = CertificateDer::pem_file_iter(file).map_err(|e| unreadable(e.to_string()))?;
                for certificate in found {
                    let certificate = certificate.map_err(|e| unreadable(e.to_string()))?;
                    roots.add(certificate).map_err(|e| unreadable(e.to_string()))?;
                }
            }
        }
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .expect("ring has the ciphers of TLS 1.2 and 1.3")
            .with_root_certificates(roots)
            .with_no_client_auth();
        Ok(MakeRustlsConnect::new(config))
    }
}

/// What an error of the client says, with its causes.
pub(super) fn sentence(error: &tokio_postgres::Error) -> String {
    if let Some(said) = error.as_db_error() {
        return said.message().to_owned();
    }
    let mut text = error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(inner) = cause {
        text = format!("{text}: {inner}");
        cause = inner.source();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Server, String> {
        text.parse::<Server>().map_err(|error| error.to_string())
    }

    #[test]
    fn a_password_is_never_shown() {
        let server = read("postgres://hatua:secret@db.example.org:5433/figures?sslmode=require").unwrap();
        assert_eq!(server.to_string(), "postgres://hatua@db.example.org:5433/figures");
        assert!(!format!("{server:?}").contains("secret"));
        let refused = read("postgres://hatua:secret@db.example.org/figures?no_such_option=1").unwrap_err();
        assert!(refused.contains("no_such_option") && !refused.contains("secret"), "{refused}");
    }

    #[test]
    fn a_socket_is_a_folder() {
        let server = read("postgresql://postgres@%2Frun%2Fpostgresql/hatua").unwrap();
        assert_eq!(server.to_string(), "postgresql://postgres@/run/postgresql/hatua");
        assert!(!server.wants_tls());
    }

    #[test]
    fn every_stricter_mode_of_tls_is_the_full_check() {
        for mode in ["require", "verify-ca", "verify-full"] {
            let server =
                read(&format!("postgres://u@h/d?sslmode={mode}&sslrootcert=%2Fetc%2Fca.pem")).unwrap();
            assert!(server.wants_tls(), "{mode}");
            assert_eq!(server.authorities, Some(PathBuf::from("/etc/ca.pem")));
            assert_eq!(decoded("%2Fetc%2Four%20ca%C3%A9.pem%"), "/etc/our caé.pem%");
        }
        assert!(!read("postgres://u@h/d?sslrootcert=ca.pem").unwrap().wants_tls());
    }

    #[test]
    fn what_is_no_address_is_refused_with_the_form_of_one() {
        for text in ["hatua.sqlite", "mysql://u@h/d", "postgres://", "postgres://host", "postgres://h:port/d"]
        {
            let refused = read(text).unwrap_err();
            assert!(
                refused.ends_with("in the data folder") && refused.contains("postgres://USER"),
                "{refused}"
            );
        }
    }

    #[test]
    fn a_file_that_holds_no_certificates_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("missing.pem");
        let server =
            read(&format!("postgres://u@h/d?sslmode=require&sslrootcert={}", file.display())).unwrap();
        let refused = server.tls().map(|_| ()).unwrap_err();
        assert!(refused.to_string().contains("missing.pem"), "{refused}");
    }
}
