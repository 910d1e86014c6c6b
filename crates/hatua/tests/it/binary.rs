//! The real binary in a data folder of its own, as a person at a terminal has it: arguments in; exit code, standard output
//! and standard error out. The demonstration is made once for all tests and copied where a test writes.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;

use hatua_core::programme::Package;
use serde_json::Value;
use tempfile::TempDir;

/// The programme that is compiled in with a recipe for a demonstration.
pub(crate) const DEMONSTRATED: &str = "bmm";
/// The demonstration's verifier who checks records.
pub(crate) const VERIFIER: &str = "verifier.one@example.org";
/// The lead of its consortium, who decides who is who.
pub(crate) const LEAD: &str = "lead@example.org";

/// How a command ended.
#[derive(Debug)]
pub(crate) struct Done {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) notes: String,
}

impl Done {
    /// The three parts of an error: what happened, where, what to do.
    #[track_caller]
    pub(crate) fn refused(&self, code: i32, what: &str, place: &str, help: &str) {
        assert_eq!(self.code, code, "{self:?}");
        let part = |start: &str| {
            let line = self.notes.lines().find_map(|line| line.trim_start().strip_prefix(start));
            line.unwrap_or_else(|| panic!("no line `{start}` in {}", self.notes)).to_owned()
        };
        for (start, wanted) in [("error: ", what), ("where: ", place), ("what to do: ", help)] {
            assert!(part(start).contains(wanted), "`{wanted}` is not in `{start}` of {}", self.notes);
        }
    }
}

/// A data folder and the keyring beside it.
#[derive(Debug)]
pub(crate) struct Folder {
    place: PathBuf,
    /// The address of its database, where that is on a server.
    database: Option<String>,
    _temporary: Option<TempDir>,
}

impl Folder {
    /// A place where nothing is yet.
    pub(crate) fn empty() -> Self {
        let temporary = tempfile::tempdir().unwrap();
        Self { place: temporary.path().to_owned(), database: None, _temporary: Some(temporary) }
    }

    /// A place where nothing is yet, with a database on a server.
    pub(crate) fn on_server(database: &str) -> Self {
        Self { database: Some(database.to_owned()), ..Self::empty() }
    }

    /// A demonstration of one's own.
    pub(crate) fn of_demonstration() -> Self {
        let (folder, made) = (Self::empty(), demonstration());
        copy(&made.data(), &folder.data());
        fs::copy(made.keyring(), folder.keyring()).unwrap();
        folder
    }

    /// A folder with a real programme: school meals, just loaded.
    pub(crate) fn of_meals() -> Self {
        let folder = Self::empty();
        folder.done(&["programme", "load", &meals_package().to_string_lossy()]);
        folder
    }

    /// Writes a file beside the data folder and gives its path.
    pub(crate) fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        let path = self.beside(name);
        fs::write(&path, bytes).unwrap();
        path.to_str().unwrap().to_owned()
    }

    /// Where files of the test may lie.
    pub(crate) fn beside(&self, name: &str) -> PathBuf {
        self.place.join(name)
    }

    pub(crate) fn data(&self) -> PathBuf {
        self.beside("data")
    }

    pub(crate) fn keyring(&self) -> PathBuf {
        self.beside("data.keyring")
    }

    /// A command with these arguments, not started yet.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_hatua"));
        for name in ["HATUA_DATA", "HATUA_KEYRING", "HATUA_DATABASE", "RUST_LOG"] {
            command.env_remove(name);
        }
        command.arg("--data").arg(self.data());
        command.args(self.database.iter().flat_map(|address| ["--database", address])).args(arguments);
        command
    }

    /// A command that goes on while the test does something else.
    pub(crate) fn start(&self, arguments: &[&str]) -> Child {
        self.command(arguments).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap()
    }

    /// Runs a command to its end.
    pub(crate) fn run(&self, arguments: &[&str]) -> Done {
        let output = self.command(arguments).output().unwrap();
        Done {
            code: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            notes: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Runs a command that must do what it was asked.
    #[track_caller]
    pub(crate) fn done(&self, arguments: &[&str]) -> String {
        let done = self.run(arguments);
        assert_eq!(done.code, 0, "{arguments:?}: {done:?}");
        done.out
    }

    /// The JSON document that it prints.
    #[track_caller]
    pub(crate) fn json(&self, arguments: &[&str]) -> Value {
        serde_json::from_str(&self.done(&[arguments, &["--json"]].concat())).unwrap()
    }

    /// The JSON lines that it prints.
    #[track_caller]
    pub(crate) fn lines(&self, arguments: &[&str]) -> Vec<Value> {
        let out = self.done(&[arguments, &["--json"]].concat());
        out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    /// What the next release would say of a figure.
    #[track_caller]
    pub(crate) fn preview(&self, code: &str) -> Value {
        let figures = self.json(&["figures", "--preview"]);
        figures.as_array().unwrap().iter().find(|figure| figure["code"] == code).unwrap().clone()
    }

    /// How many entries the ledger has, as its signed head says: the second line of the note.
    #[track_caller]
    pub(crate) fn ledger_size(&self) -> u64 {
        self.done(&["ledger", "checkpoint"]).lines().nth(1).unwrap().parse().unwrap()
    }

    /// All files of the data folder with their bytes.
    pub(crate) fn bytes(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let mut files = Vec::new();
        read(&self.data(), &mut files);
        files.sort();
        files
    }
}

/// The package of the second programme.
pub(crate) fn meals_package() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../hatua-core/tests/school-meals")
}

/// The same, read.
pub(crate) fn meals_files() -> Package {
    let (folder, mut files) = (meals_package(), Vec::new());
    read(&folder, &mut files);
    let name = |path: &Path| path.strip_prefix(&folder).unwrap().to_string_lossy().into_owned();
    Package { files: files.into_iter().map(|(path, bytes)| (name(&path), bytes)).collect() }
}

/// The demonstration that all tests read and none may write to.
pub(crate) fn demonstration() -> &'static Folder {
    static MADE: OnceLock<(Folder, fs::File)> = OnceLock::new();
    let (folder, _) = MADE.get_or_init(|| {
        let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join("demonstration");
        fs::create_dir_all(&place).unwrap();
        // One folder for every run of the tests; two runs at a time take turns.
        let lock = fs::File::create(place.join("lock")).unwrap();
        lock.lock().unwrap();
        let folder = Folder { place, database: None, _temporary: None };
        for left in
            ["data", "data.making"].map(|name| folder.beside(name)).iter().filter(|path| path.exists())
        {
            fs::remove_dir_all(left).unwrap();
        }
        folder.done(&["demo", "--no-serve"]);
        (folder, lock)
    });
    folder
}

/// Copies a folder at rest. The database's files for those who are reading just now come and go, and hold nothing.
pub(crate) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        if path.to_string_lossy().ends_with("-shm") || path.to_string_lossy().ends_with("-wal") {
            continue;
        }
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, target).unwrap();
        }
    }
}

fn read(folder: &Path, files: &mut Vec<(PathBuf, Vec<u8>)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read(&path, files);
        } else {
            files.push((path.clone(), fs::read(path).unwrap()));
        }
    }
}

/// Text fields of JSON objects.
pub(crate) fn texts(list: &[Value], field: &str) -> Vec<String> {
    list.iter().map(|item| item[field].as_str().unwrap_or_default().to_owned()).collect()
}
