//! Running other programs, and saying so: every command is printed as a person would type it, so that a step that failed
//! can be repeated by hand. Nothing here decides what is run.

use std::fmt::Write as _;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::Context as _;

/// The folder of the workspace.
#[derive(Debug, Clone)]
pub struct Root(PathBuf);

impl Root {
    /// The workspace that this program was built from.
    pub fn of_this_workspace() -> Self {
        let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
        Self(xtask.parent().expect("xtask stands in the workspace's folder").to_path_buf())
    }

    /// A path under it.
    pub fn join(&self, path: &str) -> PathBuf {
        self.0.join(path)
    }

    /// A command that runs in it, without input.
    pub fn command(&self, program: &str, arguments: &[&str]) -> Command {
        let mut command = Command::new(program);
        command.args(arguments).current_dir(&self.0).stdin(Stdio::null());
        command
    }

    /// Cargo, the same one that runs this chore.
    pub fn cargo(&self, arguments: &[&str]) -> Command {
        self.command(&std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned()), arguments)
    }
}

/// A line for the person who waits, on standard error.
pub fn note(line: &str) {
    // A closed standard error is no reason to stop the work.
    let _ = writeln!(std::io::stderr().lock(), "{line}");
}

/// A line of the result, on standard output.
pub fn result_line(line: &str) {
    // A closed standard output is no reason to stop the work.
    let _ = writeln!(std::io::stdout().lock(), "{line}");
}

/// Runs a command with its output shown; true where it ended well.
pub fn succeeds(command: &mut Command) -> anyhow::Result<bool> {
    note(&format!("\n$ {}", spelled(command)));
    let status = command.status().with_context(|| format!("`{}` could not be started", spelled(command)))?;
    Ok(status.success())
}

/// Runs a command, shows each line of its standard output and hands it to `read`; true where it ended well.
pub fn succeeds_reading(command: &mut Command, mut read: impl FnMut(&str)) -> anyhow::Result<bool> {
    note(&format!("\n$ {}", spelled(command)));
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("`{}` could not be started", spelled(command)))?;
    let output = child.stdout.take().expect("standard output was piped one line above");
    for line in BufReader::new(output).split(b'\n') {
        let line = line.context("the output could not be read")?;
        let line = String::from_utf8_lossy(&line);
        result_line(&line);
        read(&line);
    }
    Ok(child.wait().context("the command's end could not be awaited")?.success())
}

/// What a command prints on standard output, where it ended well.
pub fn output_of(command: &mut Command) -> anyhow::Result<Vec<u8>> {
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("`{}` could not be started", spelled(command)))?;
    anyhow::ensure!(output.status.success(), "`{}` failed ({})", spelled(command), output.status);
    Ok(output.stdout)
}

/// Whether a program is there and answers.
pub fn answers(program: &str, arguments: &[&str]) -> bool {
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

/// The command as a person would type it.
fn spelled(command: &Command) -> String {
    let mut line = String::new();
    for (name, value) in command.get_envs() {
        if let Some(value) = value {
            write!(line, "{}={} ", name.display(), quoted(&value.to_string_lossy()))
                .expect("text takes every line");
        }
    }
    let program = Path::new(command.get_program());
    line.push_str(&program.file_name().unwrap_or(program.as_os_str()).to_string_lossy());
    for argument in command.get_args() {
        line.push(' ');
        line.push_str(&quoted(&argument.to_string_lossy()));
    }
    line
}

fn quoted(word: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_./:=,@+".contains(c);
    if !word.is_empty() && word.chars().all(is_plain) { word.to_owned() } else { format!("'{word}'") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_shown_as_it_is_typed() {
        let mut command = Command::new("/usr/bin/cargo");
        command.args(["doc", "--no-deps", "two words"]).env("RUSTDOCFLAGS", "-D warnings");
        assert_eq!(spelled(&command), "RUSTDOCFLAGS='-D warnings' cargo doc --no-deps 'two words'");
    }

    #[test]
    fn every_line_of_a_command_is_read_and_its_failure_is_known() {
        let mut lines = Vec::new();
        let mut command = Command::new("sh");
        command.args(["-c", "echo one; echo two; exit 3"]);
        let is_done = succeeds_reading(&mut command, |line| lines.push(line.to_owned())).unwrap();
        assert!(!is_done);
        assert_eq!(lines, ["one", "two"]);
    }

    #[test]
    fn a_program_that_is_missing_does_not_answer() {
        assert!(answers("sh", &["-c", "true"]));
        assert!(!answers("sh", &["-c", "false"]));
        assert!(!answers("no-such-program-anywhere", &[]));
    }
}
