//! A `PostgreSQL` server of the tests' own: made in a temporary folder when the first test asks for it, without any
//! promise to survive a crash, and gone with the process that runs the tests, however that ends.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, OnceLock};

/// The owner of the databases, who needs no password on the server's socket.
const OWNER: &str = "postgres";

/// Makes the cluster, starts the server, and ends both when standard input closes: that is when the tests are over. The
/// socket's folder is known by its line on standard output.
const LIFE: &str = r#"
set -eu
bin=$1
folder=$(mktemp -d)
cd "$folder"
"$bin/initdb" -D "$folder/db" -U postgres -A trust -E UTF8 --locale=C -N >"$folder/initdb.log" 2>&1 || {
    cat "$folder/initdb.log" >&2; rm -rf "$folder"; exit 1; }
"$bin/postgres" -D "$folder/db" -k "$folder" -h "" -F -c full_page_writes=off -c synchronous_commit=off \
    -c max_connections=200 </dev/null >"$folder/log" 2>&1 &
server=$!
tries=0
until "$bin/pg_isready" -q -h "$folder" -U postgres; do
    tries=$((tries + 1))
    if [ $tries -gt 600 ] || ! kill -0 $server 2>/dev/null; then cat "$folder/log" >&2; rm -rf "$folder"; exit 1; fi
    sleep 0.05
done
echo "$folder"
read -r _ || true
kill -INT $server
wait $server || true
rm -rf "$folder"
"#;

/// A running server.
#[derive(Debug)]
struct Cluster {
    programs: PathBuf,
    socket: PathBuf,
    /// Its standard input stays open as long as this process lives.
    _life: Mutex<Child>,
}

/// The address of a new, empty database.
pub fn new_database() -> String {
    static MADE: AtomicU32 = AtomicU32::new(1);
    let cluster = cluster();
    let name = format!("test_{}", MADE.fetch_add(1, Ordering::Relaxed));
    cluster.run(&format!("create database {name}"), OWNER);
    address(&name)
}

/// The address of a database by name, whether it is there or not.
pub fn address(database: &str) -> String {
    let socket = cluster().socket.to_string_lossy().replace('/', "%2F");
    format!("postgres://{OWNER}@{socket}/{database}")
}

/// Runs statements in the database of an address, as a stranger with a terminal would.
pub fn run_in(address: &str, sql: &str) -> String {
    let (_, database) = address.rsplit_once('/').unwrap();
    cluster().run(sql, database)
}

/// Leaves the mark of a program that is newer than this one.
pub fn mark_as_newer(address: &str) {
    run_in(address, "insert into hatua.migrations (number, name, sha256) values (9000, 'later', 'x')");
}

fn cluster() -> &'static Cluster {
    static RUNNING: OnceLock<Cluster> = OnceLock::new();
    RUNNING.get_or_init(|| {
        let programs = programs().unwrap_or_else(|| {
            panic!(
                "these tests need a PostgreSQL server of their own, and none is installed here: run \
                 `apt-get install -y postgresql` (or what your system calls it), or put initdb and postgres on the PATH"
            )
        });
        let mut life = shell(LIFE, &programs)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit())
            .spawn()
            .unwrap();
        let mut folder = String::new();
        BufReader::new(life.stdout.take().unwrap()).read_line(&mut folder).unwrap();
        assert!(!folder.trim().is_empty(), "the PostgreSQL server of the tests does not start; see above");
        Cluster { programs, socket: PathBuf::from(folder.trim()), _life: Mutex::new(life) }
    })
}

impl Cluster {
    fn run(&self, sql: &str, database: &str) -> String {
        let output = Command::new(self.programs.join("psql"))
            .args(["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-U", OWNER, "-d", database, "-c", sql])
            .arg("-h")
            .arg(&self.socket)
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "`{sql}`: {said}");
        String::from_utf8(output.stdout).unwrap()
    }
}

/// A shell that runs this text; the server refuses to run as root.
fn shell(text: &str, programs: &Path) -> Command {
    let is_root = Command::new("id").arg("-u").output().is_ok_and(|id| id.stdout.trim_ascii() == b"0");
    let mut command = Command::new(if is_root { "runuser" } else { "sh" });
    if is_root {
        command.args(["-u", OWNER, "--", "sh"]);
    }
    command.args(["-c", text, "sh"]).arg(programs);
    command
}

/// The folder of the server's programs: the newest that Debian has, else what the PATH has.
fn programs() -> Option<PathBuf> {
    let mut versions: Vec<(u32, PathBuf)> = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .filter_map(|entry| {
            let path = entry.ok()?.path();
            Some((path.file_name()?.to_str()?.parse().ok()?, path.join("bin")))
        })
        .collect();
    versions.sort();
    let on_path = std::env::var_os("PATH")
        .into_iter()
        .flat_map(|path| std::env::split_paths(&path).collect::<Vec<_>>());
    versions
        .into_iter()
        .rev()
        .map(|(_, folder)| folder)
        .chain(on_path)
        .find(|folder| folder.join("initdb").is_file())
}
