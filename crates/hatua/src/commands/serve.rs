//! `hatua serve`: the public site and the workspace.

use std::net::SocketAddr;
use std::sync::Arc;

use hatua_app::DataFolder;
use hatua_web::{Door, ServeError, SiteState, Workspace, bind, serve};

use crate::arguments::{Place, ServeArguments};
use crate::failure::{FOLDER, Failure, INPUT};
use crate::output::{Output, note};
use crate::session;

/// Serves until it is stopped.
pub fn run(place: &Place, out: Output, arguments: &ServeArguments) -> Result<u8, Failure> {
    if let Some(origin) = &arguments.origin {
        check_origin(origin)?;
    }
    let folder = Arc::new(session::serving(place)?);
    let state = SiteState::new(Arc::clone(&folder), arguments.origin.clone())?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let (listener, address) = bind(&arguments.listen).await.map_err(|error| failure(&error))?;
        out.document(&serde_json::json!({ "address": format!("http://{address}/") }), || {
            vec![format!("http://{address}/")]
        })?;
        let workspace = workspace(place, folder, arguments.origin.as_deref(), address)?;
        note("serving; stop with Ctrl-C");
        serve(listener, state, workspace).await.map_err(|error| failure(&error))
    })?;
    Ok(0)
}

/// The workspace, where the keys are at hand: names lie sealed, and without the keys nobody can sign in.
fn workspace(
    place: &Place,
    folder: Arc<DataFolder>,
    origin: Option<&str>,
    address: SocketAddr,
) -> Result<Option<Workspace>, Failure> {
    if !place.keyring_path().exists() {
        note(&format!("without {} only the public site is served", place.keyring_path().display()));
        return Ok(None);
    }
    let door = match origin {
        Some(origin) if origin.starts_with("https://") => Door::Https,
        Some(_) | None if address.ip().is_loopback() => Door::Loopback,
        Some(_) | None => Door::Closed,
    };
    if door == Door::Closed {
        note("nobody can sign in: name the public address with --origin https://...");
    }
    Ok(Some(Workspace::new(folder, session::keyring(place)?, door, origin.map(str::to_owned))))
}

/// A public origin is a scheme and a host, and a port where there is one: no path, nothing else.
///
/// # Errors
/// When it is something else.
pub fn check_origin(origin: &str) -> Result<(), Failure> {
    let host = origin.strip_prefix("https://").or_else(|| origin.strip_prefix("http://"));
    let is_host = |host: &str| {
        !host.is_empty()
            && host.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':' | '[' | ']'))
    };
    if host.is_some_and(is_host) {
        return Ok(());
    }
    let help = "write the scheme and the host, for example https://figures.example.org, without a path";
    Err(Failure::new(INPUT, format!("`{origin}` is not the origin of a site"), "--origin", help))
}

/// The three parts of a failure to serve.
fn failure(error: &ServeError) -> Failure {
    let what = error.to_string();
    match error {
        ServeError::InUse(_) => Failure::new(
            FOLDER,
            what,
            "--listen",
            "stop the other program, or choose another port with --listen 127.0.0.1:PORT (0 takes a free one)",
        ),
        ServeError::Address { .. } => Failure::new(
            INPUT,
            what,
            "--listen",
            "write an address of this machine and a port, for example 127.0.0.1:8700",
        ),
        ServeError::Network(_) => Failure::new(FOLDER, what, "", "start it again"),
    }
}
