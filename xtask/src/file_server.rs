//! A static file server to compare with: nginx with a configuration and a folder of its own, on a free port until it is
//! dropped. What speeds it up is on: files kept open, no log, the packed file ready.

use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use anyhow::Context as _;

use crate::run::Root;
use crate::served::free_address;

/// How long it may take until it answers.
const START_SECONDS_MAX: u64 = 10;

/// A running nginx and its folder.
#[derive(Debug)]
pub struct FileServer {
    server: Child,
    folder: PathBuf,
    address: String,
}

impl FileServer {
    /// Serves the bytes of one page, plain and packed, at `path` with so many workers.
    ///
    /// # Errors
    /// When nginx can't serve packed files, or does not start.
    pub fn start(
        root: &Root,
        (path, workers): (&str, usize),
        (plain, packed): (&[u8], &[u8]),
    ) -> anyhow::Result<Self> {
        let about = Command::new("nginx").arg("-V").output().context("nginx could not be started")?;
        anyhow::ensure!(
            String::from_utf8_lossy(&about.stderr).contains("http_gzip_static_module"),
            "this nginx does not serve packed files (http_gzip_static_module); nginx-light of Debian does"
        );
        let folder = std::env::temp_dir().join(format!("hatua-bench-{}-{workers}", std::process::id()));
        let address = free_address()?;
        let page = folder.join(path.trim_start_matches('/'));
        let within = page.parent().context("the page has no folder")?;
        let written = |file: &Path, bytes: &[u8]| {
            std::fs::write(file, bytes).with_context(|| format!("{} could not be written", file.display()))
        };
        std::fs::create_dir_all(within).with_context(|| format!("{} could not be made", within.display()))?;
        written(&page, plain)?;
        written(&page.with_added_extension("gz"), packed)?;
        let settings = folder.join("nginx.conf");
        written(&settings, configuration(&folder, &address, workers).as_bytes())?;
        let arguments = ["-p", &folder.to_string_lossy(), "-c", &settings.to_string_lossy()];
        let server = root.command("nginx", &arguments).spawn().context("nginx could not be started")?;
        let mut started = Self { server, folder, address };
        started.wait_until_it_answers()?;
        Ok(started)
    }

    /// `127.0.0.1:PORT`.
    pub fn address(&self) -> &str {
        &self.address
    }

    fn wait_until_it_answers(&mut self) -> anyhow::Result<()> {
        let begun = Instant::now();
        while TcpStream::connect(&self.address).is_err() {
            if let Some(status) = self.server.try_wait().context("nginx's state could not be read")? {
                anyhow::bail!("nginx ended before it answered ({status})");
            }
            let is_in_time = begun.elapsed() < Duration::from_secs(START_SECONDS_MAX);
            anyhow::ensure!(is_in_time, "nginx did not answer within {START_SECONDS_MAX} seconds");
            std::thread::sleep(Duration::from_millis(50));
        }
        Ok(())
    }
}

impl Drop for FileServer {
    fn drop(&mut self) {
        // Asked to end, it ends its workers too; killed, it would leave them behind.
        let id = self.server.id().to_string();
        let _ = Command::new("kill").args(["-TERM", &id]).status();
        let _ = self.server.wait();
        // A folder that is left behind in the system's temporary folder harms nobody.
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn configuration(folder: &Path, address: &str, workers: usize) -> String {
    let at = folder.display();
    format!(
        "daemon off;
worker_processes {workers};
pid {at}/nginx.pid;
error_log stderr error;
events {{ worker_connections 1024; }}
http {{
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 1000000000;
  open_file_cache max=100 inactive=1h;
  default_type text/html;
  charset utf-8;
  client_body_temp_path {at}/body;
  proxy_temp_path {at}/proxy;
  fastcgi_temp_path {at}/fastcgi;
  uwsgi_temp_path {at}/uwsgi;
  scgi_temp_path {at}/scgi;
  server {{
    listen {address};
    root {at};
    gzip_static on;
    gzip_vary on;
    add_header Cache-Control no-cache;
  }}
}}
"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nginx_is_told_its_workers_its_address_and_nothing_outside_its_folder() {
        let text = configuration(Path::new("/at/x"), "127.0.0.1:1", 3);
        assert!(text.contains("worker_processes 3;") && text.contains("listen 127.0.0.1:1;"));
        let paths = text.split([' ', ';']).filter(|word| word.starts_with('/'));
        assert!(paths.clone().count() > 5 && paths.into_iter().all(|path| path.starts_with("/at/x")));
    }
}
