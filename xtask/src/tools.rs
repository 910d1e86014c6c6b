//! What the tests need beside Rust: a `PostgreSQL` server; for the browser checks and the second engine Node and npm, Chromium,
//! fonts with Arabic, and the packages of `tests/ui` and `tests/engines`. As root on Debian they are installed; elsewhere the
//! exact command is said and the run fails: a check that cannot run is never left out.

use anyhow::Context as _;

use crate::run::{Root, answers, note, output_of, succeeds};

/// The folder of the browser checks.
pub const FOLDER: &str = "tests/ui";
/// The folder of the engine that counts figures again in the Rust tests.
const ENGINES: &str = "tests/engines";
/// A copy of the lock file that the installed packages were made from: where both are equal, nothing is installed again.
const INSTALLED: &str = "node_modules/.installed-lock.json";

/// The tools of the browser checks, with their Debian packages.
const OF_BROWSER: [(Tool, &str); 4] = [
    (Tool::Chromium, "chromium"),
    (Tool::ArabicFont, "fonts-noto-core"),
    (Tool::Node, "nodejs"),
    (Tool::Npm, "npm"),
];
/// The same of the Rust tests, which start a server of their own.
const OF_STORE: [(Tool, &str); 1] = [(Tool::PostgreSql, "postgresql")];

/// Sees to it that a `PostgreSQL` server can be started.
///
/// # Errors
/// When it is missing and may not or cannot be installed; the message has the command to run.
pub fn install_server(root: &Root) -> anyhow::Result<()> {
    install_missing(root, &OF_STORE)
}

fn install_missing(root: &Root, tools: &[(Tool, &'static str)]) -> anyhow::Result<()> {
    let missing = missing_packages(tools, &has_tool);
    if missing.is_empty() { Ok(()) } else { install_system_packages(root, &missing) }
}

/// Sees to it that all is there for the browser checks.
///
/// # Errors
/// When something is missing and may not or cannot be installed; the message has the command to run.
pub fn install_tools(root: &Root) -> anyhow::Result<()> {
    install_missing(root, &OF_BROWSER)?;
    check_node(root)?;
    [FOLDER, ENGINES].into_iter().try_for_each(|folder| install_node_packages(root, folder))
}

/// The Node that the packages ask for; a distribution may bring an older one.
const NODE_MIN: (u32, u32) = (20, 19);

fn check_node(root: &Root) -> anyhow::Result<()> {
    let version = output_of(&mut root.command("node", &["--version"]))?;
    let version = String::from_utf8_lossy(&version).trim().to_owned();
    let (major, minor) = NODE_MIN;
    anyhow::ensure!(
        node_version(&version).is_some_and(|found| found >= NODE_MIN),
        "Node {version} is too old for the browser checks; install Node {major}.{minor} or later from nodejs.org, and put it first on the PATH"
    );
    Ok(())
}

/// Major and minor of `v20.20.2`.
fn node_version(text: &str) -> Option<(u32, u32)> {
    let mut numbers = text.strip_prefix('v')?.split('.');
    Some((numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?))
}

fn has_tool(tool: Tool) -> bool {
    match tool {
        Tool::Chromium => {
            std::env::var_os("CHROMIUM").is_some()
                || answers(
                    "sh",
                    &["-c", "command -v chromium || command -v chromium-browser || command -v google-chrome"],
                )
        }
        Tool::Node => answers("node", &["--version"]),
        Tool::Npm => answers("npm", &["--version"]),
        Tool::ArabicFont => answers("sh", &["-c", "fc-list :lang=ar | grep -q ."]),
        Tool::PostgreSql => {
            answers("sh", &["-c", "ls /usr/lib/postgresql/*/bin/initdb || command -v initdb"])
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tool {
    Chromium,
    ArabicFont,
    Node,
    Npm,
    PostgreSql,
}

/// The Debian packages of the tools that are not there.
fn missing_packages(tools: &[(Tool, &'static str)], has: &impl Fn(Tool) -> bool) -> Vec<&'static str> {
    tools.iter().filter(|(tool, _)| !has(*tool)).map(|(_, package)| *package).collect()
}

fn install_system_packages(root: &Root, missing: &[&str]) -> anyhow::Result<()> {
    let by_hand = format!(
        "apt-get update && apt-get install -y --no-install-recommends fontconfig {}",
        missing.join(" ")
    );
    let is_root = output_of(&mut root.command("id", &["-u"])).is_ok_and(|id| id.trim_ascii() == b"0");
    if !is_root || !answers("apt-get", &["--version"]) {
        anyhow::bail!(
            "{} missing, and only root on Debian may install it; run:\n  {by_hand}",
            missing.join(", ")
        );
    }
    let mut install = vec!["install", "-y", "--no-install-recommends", "fontconfig"];
    install.extend(missing);
    let is_done = succeeds(&mut root.command("apt-get", &["update"]))?
        && succeeds(root.command("apt-get", &install).env("DEBIAN_FRONTEND", "noninteractive"))?;
    anyhow::ensure!(is_done, "{} could not be installed; run:\n  {by_hand}", missing.join(", "));
    Ok(())
}

/// The packages of the lock file, exactly; no package runs a script, and no browser is downloaded.
fn install_node_packages(root: &Root, folder: &str) -> anyhow::Result<()> {
    let lock = root.join(folder).join("package-lock.json");
    let installed = root.join(folder).join(INSTALLED);
    let wanted = std::fs::read(&lock).with_context(|| format!("{} could not be read", lock.display()))?;
    if std::fs::read(&installed).is_ok_and(|installed| installed == wanted) {
        note(&format!("the packages of {folder} are installed"));
        return Ok(());
    }
    let arguments = ["ci", "--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund"];
    let is_done = succeeds(root.command("npm", &arguments).env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))?;
    anyhow::ensure!(
        is_done,
        "the packages of {folder} could not be installed; run:\n  npm {}",
        arguments.join(" ")
    );
    std::fs::write(installed, wanted).context("the copy of the lock file could not be written")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_old_node_is_told_from_a_new_one() {
        assert!(node_version("v18.20.4").unwrap() < NODE_MIN);
        assert!(node_version("v20.20.2").unwrap() > NODE_MIN && node_version("v22.1.0").unwrap() > NODE_MIN);
        assert_eq!(node_version("20.19"), None);
    }

    #[test]
    fn only_what_is_missing_is_installed() {
        assert_eq!(missing_packages(&OF_BROWSER, &|_| true), [""; 0]);
        assert_eq!(missing_packages(&OF_BROWSER, &|tool| tool != Tool::Chromium), ["chromium"]);
        assert_eq!(
            missing_packages(&OF_BROWSER, &|_| false),
            ["chromium", "fonts-noto-core", "nodejs", "npm"]
        );
        assert_eq!(missing_packages(&OF_STORE, &|_| false), ["postgresql"]);
    }
}
