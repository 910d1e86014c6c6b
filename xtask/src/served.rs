//! The demonstration, made in a folder of its own and served on a free port until it is dropped. The folder is removed
//! with it; nothing of the person who runs the checks (a data folder, a keyring) is touched.

use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use anyhow::Context as _;

use crate::run::{Root, succeeds};

/// How long the server may take until it answers.
const START_SECONDS_MAX: u64 = 30;

/// A running server and its folder.
#[derive(Debug)]
pub struct Served {
    server: Child,
    folder: PathBuf,
    address: String,
}

impl Served {
    /// Makes the demonstration with `binary` and serves it.
    ///
    /// # Errors
    /// When the demonstration cannot be made, or the server ends or stays silent.
    pub fn start(root: &Root, binary: &Path) -> anyhow::Result<Self> {
        let folder = std::env::temp_dir().join(format!("hatua-checks-{}", std::process::id()));
        std::fs::create_dir(&folder).with_context(|| format!("{} could not be made", folder.display()))?;
        match serve(root, binary, &folder) {
            Ok((server, address)) => {
                let mut started = Self { server, folder, address };
                started.wait_until_it_answers()?;
                Ok(started)
            }
            Err(error) => {
                remove(&folder);
                Err(error)
            }
        }
    }

    /// `127.0.0.1:PORT`.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// The base of its addresses: `http://127.0.0.1:PORT`.
    pub fn base_url(&self) -> String {
        format!("http://{}", self.address)
    }

    fn wait_until_it_answers(&mut self) -> anyhow::Result<()> {
        let begun = Instant::now();
        while TcpStream::connect(&self.address).is_err() {
            if let Some(status) = self.server.try_wait().context("the server's state could not be read")? {
                anyhow::bail!("`hatua serve` ended before it answered ({status})");
            }
            let waited = begun.elapsed();
            anyhow::ensure!(
                waited < Duration::from_secs(START_SECONDS_MAX),
                "`hatua serve` did not answer on {} within {START_SECONDS_MAX} seconds",
                self.address
            );
            std::thread::sleep(Duration::from_millis(50));
        }
        Ok(())
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // A server that has already ended cannot be stopped a second time.
        let _ = self.server.kill();
        let _ = self.server.wait();
        remove(&self.folder);
    }
}

fn serve(root: &Root, binary: &Path, folder: &Path) -> anyhow::Result<(Child, String)> {
    let is_made = succeeds(hatua(root, binary, folder).args(["demo", "--no-serve"]))?;
    anyhow::ensure!(is_made, "`hatua demo --no-serve` failed: there is no site to check");
    let address = free_address()?;
    let mut command = hatua(root, binary, folder);
    command.args(["serve", "--listen", &address]);
    let server = command.spawn().context("`hatua serve` could not be started")?;
    Ok((server, address))
}

/// The binary with a data folder of its own and none of the caller's settings.
fn hatua(root: &Root, binary: &Path, folder: &Path) -> Command {
    let mut command =
        root.command(&binary.to_string_lossy(), &["--data", &folder.join("data").to_string_lossy()]);
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("HATUA_") {
            command.env_remove(name);
        }
    }
    command
}

/// An address of this machine on which nobody listens.
///
/// # Errors
/// When no port is free.
pub fn free_address() -> anyhow::Result<String> {
    let listener = TcpListener::bind("127.0.0.1:0").context("no port of 127.0.0.1 is free")?;
    Ok(listener.local_addr().context("the free port is not known")?.to_string())
}

fn remove(folder: &Path) {
    // A folder that is left behind in the system's temporary folder harms nobody.
    let _ = std::fs::remove_dir_all(folder);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_that_ends_at_once_is_an_error_and_leaves_no_folder() {
        let root = Root::of_this_workspace();
        let error = Served::start(&root, Path::new("false")).unwrap_err();
        assert!(error.to_string().contains("demo --no-serve"), "{error}");
        assert!(!std::env::temp_dir().join(format!("hatua-checks-{}", std::process::id())).exists());
    }
}
