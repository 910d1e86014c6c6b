//! `hatua demo`: the compiled-in programme that has a recipe, its whole life played on a scripted clock, and the site
//! served. It is made beside the data folder (or its tables) and moved there when it is whole, so that nobody finds half of it.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use hatua_app::account::Factor;
use hatua_app::{Access, Database, Keyring, Postgres, Server};
use hatua_core::programme::{Programme, read};
use hatua_demo::{Demonstration, generate};
use serde_json::{Map, Value, json};

use crate::arguments::{DemoArguments, Place, ServeArguments};
use crate::commands::serve;
use crate::demonstration::{self, DemoAccount};
use crate::failure::{FOLDER, FOUND, Failure, INPUT};
use crate::output::{Output, note};
use crate::{package, session};

/// What the demonstration is made of.
pub struct Recipe {
    /// The package's files.
    pub package: hatua_core::programme::Package,
    /// The programme.
    pub programme: Programme,
    /// Its life.
    pub life: Demonstration,
}

/// Makes the demonstration where there is none, and serves it.
pub fn run(place: &Place, out: Output, arguments: &DemoArguments) -> Result<u8, Failure> {
    let recipe = recipe()?;
    if arguments.fresh {
        remove(place, &recipe)?;
    }
    if !is_there(place, &recipe)? {
        make(place, &recipe)?;
    }
    if arguments.check {
        return check(place, out, &recipe);
    }
    summary(place, out, &arguments.listen, &recipe)?;
    if arguments.no_serve {
        return Ok(0);
    }
    serve::run(place, Output::new(false), &ServeArguments { listen: arguments.listen.clone(), origin: None })
}

fn recipe() -> Result<Recipe, Failure> {
    let broken = |what: String| {
        Failure::new(
            INPUT,
            what,
            "the compiled-in programmes",
            "build the program again from a whole checkout",
        )
    };
    let (package, files) = package::with_recipe()
        .ok_or_else(|| broken("no programme has a recipe for a demonstration".into()))?;
    let programme = read(&package).map_err(|findings| {
        broken(format!("the package has {} mistakes: {:?}", findings.len(), findings.first()))
    })?;
    let life = generate(&files, &programme.registers).map_err(|error| broken(error.to_string()))?;
    Ok(Recipe { package, programme, life })
}

/// Whether the folder or the database holds this demonstration. Another content is refused.
fn is_there(place: &Place, recipe: &Recipe) -> Result<bool, Failure> {
    match place.database()? {
        Database::Folder(_) => is_in_folder(place, recipe),
        Database::Server(server) => is_on_server(place, &server, recipe),
    }
}

fn is_on_server(place: &Place, server: &Server, recipe: &Recipe) -> Result<bool, Failure> {
    let failed = |error| Failure::from(error).at(server.to_string());
    if !Postgres::holds_data(server).map_err(failed)? {
        return Ok(false);
    }
    let programmes = session::open(place, Access::Read, "hatua demo")?.programmes()?;
    if programmes.is_empty() {
        return Ok(false);
    }
    if programmes == [recipe.programme.id.clone()] && is_demonstration(place) {
        return Ok(true);
    }
    let what = "the database holds something else than this demonstration";
    let help = "name another database with --database; nothing in this one was touched";
    Err(Failure::new(FOLDER, what, server.to_string(), help))
}

fn is_in_folder(place: &Place, recipe: &Recipe) -> Result<bool, Failure> {
    if place.data.exists() && !place.data.is_dir() {
        let help = "name a folder with --data";
        return Err(Failure::new(
            FOLDER,
            "this is a file, not a data folder",
            place.data.display().to_string(),
            help,
        ));
    }
    let is_empty = fs::read_dir(&place.data).map_or(true, |mut entries| entries.next().is_none());
    if is_empty {
        return Ok(false);
    }
    let foreign = || {
        let what = "the folder holds something else than this demonstration";
        let help = "name another folder with --data; nothing in this one was touched";
        Failure::new(FOLDER, what, place.data.display().to_string(), help)
    };
    let folder = session::open(place, Access::Read, "hatua demo").map_err(|_| foreign())?;
    if folder.programmes()?.contains(&recipe.programme.id) && is_demonstration(place) {
        Ok(true)
    } else {
        Err(foreign())
    }
}

fn is_demonstration(place: &Place) -> bool {
    session::reading(place).is_ok_and(|acts| acts.package().demonstration)
}

/// Removes an earlier demonstration: only a folder that holds one and nothing else, and only the demonstration's own
/// keys. Whatever speaks against it is found before anything is touched.
fn remove(place: &Place, recipe: &Recipe) -> Result<(), Failure> {
    let path = place.keyring_path();
    let has_keys = path.exists();
    if has_keys {
        demonstration::check_keys(&path, recipe)?;
    }
    if is_there(place, recipe)? {
        remove_data(place)?;
    }
    if has_keys {
        demonstration::take_out_keys(&path, recipe)?;
    }
    Ok(())
}

fn remove_data(place: &Place) -> Result<(), Failure> {
    match place.database()? {
        Database::Server(server) => Ok(Postgres::remove(&server)?),
        Database::Folder(folder) => {
            check_nothing_else(&folder)?;
            // The lock shows whether somebody still writes there.
            drop(session::open(place, Access::Write, "hatua demo --fresh")?);
            fs::remove_dir_all(&folder).map_err(|error| Failure::from(error).at(folder.display().to_string()))
        }
    }
}

/// What the demonstration itself puts into its folder.
const OWN_FILES: [&str; 5] = ["hatua.sqlite", "hatua.sqlite-wal", "hatua.sqlite-shm", "hatua.lock", INCOMING];
/// Files that have come and that nobody has imported yet.
const INCOMING: &str = "incoming";

fn check_nothing_else(folder: &Path) -> Result<(), Failure> {
    for entry in
        fs::read_dir(folder).map_err(|error| Failure::from(error).at(folder.display().to_string()))?
    {
        let entry = entry.map_err(|error| Failure::from(error).at(folder.display().to_string()))?;
        if !OWN_FILES.contains(&entry.file_name().to_string_lossy().as_ref()) {
            let help = "move it away first; nothing was removed";
            return Err(Failure::new(
                FOLDER,
                "the folder holds a file that is not the demonstration's",
                entry.path().display().to_string(),
                help,
            ));
        }
    }
    Ok(())
}

fn make(place: &Place, recipe: &Recipe) -> Result<(), Failure> {
    let keyring = demonstration::keys(&place.keyring_path(), recipe)?;
    note("making the demonstration: invented records, on a scripted clock");
    match place.database()? {
        Database::Folder(_) => make_folder(place, &keyring, recipe),
        Database::Server(server) => make_on_server(place, &server, &keyring, recipe),
    }
}

/// Makes it beside what is in the database, and puts it in its place in one step.
fn make_on_server(place: &Place, server: &Server, keyring: &Keyring, recipe: &Recipe) -> Result<(), Failure> {
    let (aside, incoming) = (server.in_the_making(), place.data.join(INCOMING));
    let failed = |error: std::io::Error| Failure::from(error).at(incoming.display().to_string());
    Postgres::remove(&aside)?;
    demonstration::play(&Database::Server(Box::new(aside.clone())), keyring, recipe)?;
    if incoming.exists() {
        fs::remove_dir_all(&incoming).map_err(failed)?;
    }
    write_incoming(&incoming, &recipe.life).map_err(failed)?;
    // Tables without a programme are those of a command that was refused.
    Postgres::remove(server)?;
    Ok(Postgres::put_in_place(&aside, server)?)
}

fn make_folder(place: &Place, keyring: &Keyring, recipe: &Recipe) -> Result<(), Failure> {
    let beside = beside(&place.data);
    let failed = |error: std::io::Error| Failure::from(error).at(beside.display().to_string());
    if beside.exists() {
        fs::remove_dir_all(&beside).map_err(failed)?;
    }
    demonstration::play(&Database::Folder(beside.clone()), keyring, recipe)?;
    write_incoming(&beside.join(INCOMING), &recipe.life).map_err(failed)?;
    if place.data.exists() {
        fs::remove_dir(&place.data).map_err(failed)?;
    }
    fs::rename(&beside, &place.data).map_err(failed)
}

/// Lays the files that nobody has imported yet, and the pages of their source documents, into a folder of their own, for its
/// owner only: they name persons, as those of a real programme do.
fn write_incoming(folder: &Path, life: &Demonstration) -> std::io::Result<()> {
    let (mut builder, mut options) = (fs::DirBuilder::new(), fs::OpenOptions::new());
    builder.recursive(true);
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    }
    builder.create(folder)?;
    let files = life.incoming.iter().map(|file| (&file.name, &file.bytes));
    let pages = life.incoming_documents.iter().map(|page| (&page.name, &page.bytes));
    let mut all = files.chain(pages);
    all.try_for_each(|(name, bytes)| options.open(folder.join(name))?.write_all(bytes))
}

/// The folder beside the data folder in which the demonstration is made.
fn beside(data: &Path) -> PathBuf {
    let name =
        data.file_name().map_or_else(|| "hatua-data".to_owned(), |name| name.to_string_lossy().into_owned());
    data.with_file_name(format!("{name}.making"))
}

fn check(place: &Place, out: Output, recipe: &Recipe) -> Result<u8, Failure> {
    let acts = session::reading_with_keys(place)?;
    let findings = demonstration::check(&acts, recipe)?;
    out.document(&json!({ "findings": findings }), || {
        if findings.is_empty() {
            vec!["the demonstration is as planned: figures, decisions, releases".to_owned()]
        } else {
            findings.clone()
        }
    })?;
    Ok(if findings.is_empty() { 0 } else { FOUND })
}

fn summary(place: &Place, out: Output, listen: &str, recipe: &Recipe) -> Result<(), Failure> {
    let acts = session::reading_with_keys(place)?;
    let releases = acts.releases()?;
    let mut figures = Map::new();
    for figure in releases.last().iter().flat_map(|release| &release.figures) {
        let release = releases.last().map(|release| release.id);
        let object = json!({ "value": figure.value.number(), "status": figure.value.status(), "release": release, "version": figure.version });
        figures.insert(figure.code.to_string(), object);
    }
    let pages = demonstration::addresses(&acts, listen);
    let accounts = demonstration::accounts(&acts, recipe)?;
    let document = json!({
        "figures": figures,
        "releases": releases.iter().map(super::release::summary).collect::<Vec<_>>(),
        "addresses": pages,
        "accounts": accounts.iter().map(account_object).collect::<Vec<_>>(),
    });
    out.document(&document, || {
        let line = |(code, figure): (&String, &Value)| {
            format!(
                "{code}: {} computed from demonstration records, {}",
                figure["value"],
                figure["release"].as_str().unwrap_or_default()
            )
        };
        let mut lines: Vec<String> = figures.iter().map(line).collect();
        lines.extend(pages.iter().cloned());
        lines.push(format!("accounts of the demonstration (password: {}):", demonstration::PASSWORD));
        lines.extend(accounts.iter().map(account_words));
        lines
    })?;
    Ok(())
}

fn account_object(account: &DemoAccount) -> Value {
    let mut object = super::user::object(&account.user);
    object["password"] = demonstration::PASSWORD.into();
    object["totp_secret"] = account.factor.as_ref().map(Factor::text).into();
    object
}

fn account_words(account: &DemoAccount) -> String {
    let factor = account.factor.as_ref().map(|factor| format!("; second factor {}", factor.text()));
    format!("  {}{}", super::user::words(&account.user), factor.unwrap_or_default())
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use hatua_demo::{DemoDocument, DemoFile};

    use super::*;

    #[test]
    fn incoming_files_are_for_their_owner_only() {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("incoming");
        let file = DemoFile {
            register: "attendance".parse().unwrap(),
            partner: "A".parse().unwrap(),
            name: "list.csv".to_owned(),
            bytes: b"name".to_vec(),
        };
        let page = DemoDocument {
            document: "LIST-1".parse().unwrap(),
            partner: "A".parse().unwrap(),
            name: "LIST-1.pdf".to_owned(),
            bytes: b"%PDF-".to_vec(),
        };
        let life = Demonstration {
            seed: [0; 32],
            users: Vec::new(),
            acts: Vec::new(),
            incoming: vec![file],
            incoming_documents: vec![page],
            ends_at: "2020-01-01T00:00:00Z".parse().unwrap(),
            expected: std::collections::BTreeMap::new(),
        };
        write_incoming(&folder, &life).unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&folder), 0o700);
        assert_eq!(mode(&folder.join("list.csv")), 0o600);
        assert_eq!(mode(&folder.join("LIST-1.pdf")), 0o600);
        assert_eq!(fs::read(folder.join("list.csv")).unwrap(), b"name");
        assert_eq!(fs::read(folder.join("LIST-1.pdf")).unwrap(), b"%PDF-");
    }
}
