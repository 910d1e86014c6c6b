//! A newer package over issued releases, through the same acts and addresses that people use: what was issued keeps its
//! bytes, what others said may grow, a rule does not change in silence.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, Mutex};

use axum::body::{Body, to_bytes};
use axum::http::Request;
use hatua_app::bundle::{BundleCheck, check_bundle};
use hatua_app::permit::{ImportRecords, IssueRelease, ReadRecords, SignRelease, VerifyRecords};
use hatua_app::programme::{NewUser, SentPackage};
use hatua_app::receive::{ImportMode, SentFile};
use hatua_app::verify::Selection;
use hatua_app::{
    Access, Acts, AppError, DataFolder, Database, Entropy, ErrorClass, Keyring, RecordFilter, ScriptedClock,
    SeededEntropy,
};
use hatua_core::access::Role;
use hatua_core::id::{PartnerCode, ProgrammeId, RegisterName, UserEmail};
use hatua_core::ledger::Entry;
use hatua_core::programme::Package;
use hatua_core::record::{RecordState, Status};
use hatua_core::release::DraftRequest;
use hatua_store::{Store, StoreError, WriteTx, seal_bundle};
use hatua_web::{SiteState, router};
use tower::ServiceExt;

use crate::binary::meals_package;

const LEAD: &str = "lead@example.org";
const CHECKER: &str = "checker@example.org";
const SIGNER: &str = "signer@example.org";
const ADMINISTRATOR: &str = "admin@example.org";

/// A folder with the small programme in which two releases were issued.
struct Played {
    folder: tempfile::TempDir,
    package: Package,
    keyring: Keyring,
    data: DataFolder,
    clock: Arc<ScriptedClock>,
}

fn email(text: &str) -> UserEmail {
    UserEmail::new(text).unwrap()
}

fn id() -> ProgrammeId {
    ProgrammeId::new("school-meals").unwrap()
}

fn school_meals() -> Package {
    let folder = meals_package();
    let mut package = Package::default();
    let mut folders = vec![folder.clone()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path: PathBuf = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(&folder).unwrap().to_str().unwrap().replace('\\', "/");
                package.files.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    package
}

impl Played {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(ScriptedClock::new("2024-07-10T08:00:00Z".parse().unwrap()));
        let entropy: Arc<Mutex<dyn Entropy + Send>> = Arc::new(Mutex::new(SeededEntropy::new([7; 32])));
        let path = folder.path().join("data");
        let data = DataFolder::open(
            &Database::Folder(path),
            Access::Write,
            "test",
            Arc::clone(&clock) as _,
            entropy,
        )
        .unwrap();
        let mut played = Self { folder, package: school_meals(), keyring: Keyring::empty(), data, clock };
        assert_eq!(played.load(None).unwrap(), 1);
        let acts = played.acts();
        for (user, role, organisation) in [
            (LEAD, Role::ConsortiumLead, "North"),
            (CHECKER, Role::Verifier, "Verity"),
            (SIGNER, Role::Verifier, "Verity"),
            (ADMINISTRATOR, Role::Administrator, "North"),
        ] {
            let new = NewUser {
                email: email(user),
                name: user.into(),
                role,
                organisation: organisation.into(),
                partner: None,
                country: None,
            };
            acts.add_user(&acts.permit(None).unwrap(), &new).unwrap();
        }
        release(&acts, ("R1.1", "2024-06-30", "2024-05-06"), 0);
        played.clock.set("2024-10-20T08:00:00Z".parse().unwrap());
        release(&acts, ("R2.1", "2024-09-30", "2024-09-04"), 12);
        played
    }

    fn acts(&self) -> Acts {
        self.data.acts(&id(), Some(&self.keyring)).unwrap()
    }

    /// Changes a text of the package that stands there once.
    fn change(&mut self, file: &str, from: &str, to: &str) {
        let text = String::from_utf8(self.package.files[file].clone()).unwrap();
        assert_eq!(text.matches(from).count(), 1, "{file} has {from:?} once");
        self.package.files.insert(file.to_owned(), text.replacen(from, to, 1).into_bytes());
    }

    /// Loads the package as it is now; gives its version.
    fn load(&mut self, by: Option<&UserEmail>) -> Result<u32, AppError> {
        let sent = SentPackage { package: &self.package, origin_host: "localhost", by };
        Ok(self.data.load_package(&sent, &mut self.keyring, |_| Ok(()))?.version)
    }

    /// The site that reads this folder, with or without a public origin.
    fn site(&self, origin: Option<&str>) -> Site {
        let clock = Arc::clone(&self.clock);
        let entropy: Arc<Mutex<dyn Entropy + Send>> = Arc::new(Mutex::new(SeededEntropy::new([8; 32])));
        let path = self.folder.path().join("data");
        let data =
            DataFolder::open(&Database::Folder(path), Access::Read, "test", clock as _, entropy).unwrap();
        Site(Arc::new(SiteState::new(data.into(), origin.map(str::to_owned)).unwrap()))
    }
}

/// Twelve pupils of one day, verified, and the release that counts them.
fn release(acts: &Acts, (name, data_to, day): (&str, &str, &str), known: usize) {
    let deliveries = format!("delivery_id,day,state,meals,note\nD-{known},{day},accepted,12,N-{known}\n");
    let pupil = |pupil: usize| {
        let (sex, age) = if pupil.is_multiple_of(2) { ("F", 6) } else { ("M", 12) };
        format!("D-{known},{pupil},Pupil {pupil},{day},VR-N,{sex},{age},1\n")
    };
    let header = "delivery,card,name,day,district,sex,age_years,meals\n".to_owned();
    let pupils: String = std::iter::once(header).chain((known..known + 12).map(pupil)).collect();
    for (register, text) in [("delivery", &deliveries), ("pupil", &pupils)] {
        let sent = SentFile {
            register: &RegisterName::new(register).unwrap(),
            partner: &PartnerCode::new("NORTH").unwrap(),
            name: &format!("{register}-{known}.csv"),
            bytes: text.as_bytes(),
        };
        let permit = acts.permit::<ImportRecords>(None).unwrap();
        let report = acts.import(&permit, &sent, ImportMode::AllOrNothing).unwrap();
        assert_eq!(report.kept_aside, 0, "{report:?}");
    }
    let mut received = Vec::new();
    let pending = RecordFilter { status: Some(Status::Pending), ..RecordFilter::default() };
    let mut each = |state: RecordState| {
        received.push(state.record.record);
        Ok(())
    };
    acts.each_record(&acts.permit::<ReadRecords>(None).unwrap(), &pending, &mut each).unwrap();
    let checker = acts.permit::<VerifyRecords>(Some(&email(CHECKER))).unwrap();
    acts.verify_records(&checker, &Selection::Records(received)).unwrap();
    let request = DraftRequest {
        id: name.to_owned().try_into().unwrap(),
        data_to: data_to.parse().unwrap(),
        reasons: BTreeMap::new(),
    };
    for signer in [LEAD, SIGNER] {
        acts.sign_release(&acts.permit::<SignRelease>(Some(&email(signer))).unwrap(), &request).unwrap();
    }
    acts.issue_release(&acts.permit::<IssueRelease>(None).unwrap(), &request).unwrap();
}

struct Site(Arc<SiteState>);

impl Site {
    fn get(&self, address: &str) -> String {
        let request = Request::get(address).body(Body::empty()).unwrap();
        let runtime = tokio::runtime::Runtime::new().unwrap();
        runtime.block_on(async {
            let answer = router(Arc::clone(&self.0), None).oneshot(request).await.unwrap();
            assert!(answer.status().is_success(), "{address}: {}", answer.status());
            String::from_utf8(to_bytes(answer.into_body(), usize::MAX).await.unwrap().to_vec()).unwrap()
        })
    }

    fn all(&self, addresses: &[&str]) -> BTreeMap<String, String> {
        addresses.iter().map(|address| ((*address).to_owned(), self.get(address))).collect()
    }
}

/// What holds only what was computed: it never changes, whatever is loaded.
const FILES: [&str; 6] = [
    "/f/school-meals/pupils-fed/v1.csv",
    "/f/school-meals/pupils-fed/v1.json",
    "/f/school-meals/pupils-fed/v2.csv",
    "/f/school-meals/late-deliveries/v1.json",
    "/p/school-meals/pupils-fed-quarters-r1.1-en.svg",
    "/p/school-meals/pupils-fed-quarters-r2.1-narrow-dark-fr.svg",
];
/// What also tells what others said.
const PAGES: [&str; 10] = [
    "/a/school-meals/r1.1",
    "/fr/a/school-meals/r1.1",
    "/a/school-meals/r2.1",
    "/a/school-meals/r1.1.csv",
    "/a/school-meals/r2.1.json",
    "/f/school-meals/pupils-fed/v1",
    "/fr/f/school-meals/pupils-fed/v1",
    "/f/school-meals/pupils-fed/v2",
    "/f/school-meals/late-deliveries/v1",
    "/a/school-meals",
];

/// Another rule, other bands and other words under the definition v2, and a figure less.
fn change_the_rules(played: &mut Played) {
    let indicators = "indicators.toml";
    played.change(
        indicators,
        "definition = \"v1\"\nunit = \"person\"\nmeasure = \"distinct\"",
        "definition = \"v2\"\nunit = \"person\"\nmeasure = \"cases\"",
    );
    let text = String::from_utf8(played.package.files[indicators].clone()).unwrap();
    let from = text.find("# Money and days").unwrap();
    let to = text.find("[[removed]]").unwrap();
    let shorter = format!(
        "{}[[removed]]\nslug = \"late-deliveries\"\nremoved_on = 2024-11-01\n\n{}",
        &text[..from],
        &text[to..]
    );
    played.package.files.insert(indicators.into(), shorter.into_bytes());
    played.change("programme.toml", "\"5-9\", \"10-14\"", "\"5-8\", \"9-14\"");
    for file in ["text/en.ftl", "text/fr.ftl"] {
        let text = String::from_utf8(played.package.files[file].clone()).unwrap();
        let text = text.replace("age-5-9", "age-5-8").replace("age-10-14", "age-9-14");
        let (kept, _) = text.split_once("figure-late-deliveries-name").unwrap();
        let kept = kept.lines().filter(|line| !line.starts_with("unit-delivery"));
        let text = kept.chain(["removed-late-deliveries = Nobody needs it.", ""]).collect::<Vec<_>>();
        played.package.files.insert(file.into(), text.join("\n").into_bytes());
    }
    played.change("text/en.ftl", "Different pupils with at least one meal.", "Meals of pupils.");
    played.change("text/en.ftl", "School meals of Veredia", "Meals for Veredia");
}

#[test]
fn what_was_issued_keeps_its_bytes_after_a_newer_package() {
    let mut played = Played::new();
    let before = played.site(None);
    let (files, pages) = (before.all(&FILES), before.all(&PAGES));
    assert!(pages["/f/school-meals/pupils-fed/v1"].contains("Different pupils with at least one meal."));
    change_the_rules(&mut played);
    assert_eq!(played.load(None).unwrap(), 2);
    for after in [before, played.site(None)] {
        assert_eq!(after.all(&FILES), files);
        assert_eq!(after.all(&PAGES), pages);
        assert!(
            after.get("/methods/school-meals").contains("definition = &#34;v2&#34;"),
            "the rules of now are those of the newest"
        );
        assert!(after.get("/").contains("Meals for Veredia"), "and so is the list of actions");
        assert!(
            after.get("/changes").contains("late or costly deliveries"),
            "a removed figure keeps its name in the log"
        );
    }
}

#[test]
fn new_words_stand_on_the_page_of_now_and_not_on_that_of_a_release() {
    let mut played = Played::new();
    played.change("text/en.ftl", "School meals of Veredia", "Meals for Veredia");
    played.change("text/en.ftl", "Number of meals served", "Number of warm meals");
    played.load(None).unwrap();
    let site = played.site(None);
    for (page, title, name) in [
        ("/a/school-meals", "Meals for Veredia", "Number of warm meals"),
        ("/a/school-meals/r2.1", "School meals of Veredia", "Number of meals served"),
    ] {
        let page = site.get(page);
        assert!(page.contains(title) && page.contains(name), "{title}");
    }
}

#[test]
fn what_others_said_may_grow_on_the_page_of_an_old_version_and_in_no_file_of_it() {
    let mut played = Played::new();
    let files = played.site(None).all(&FILES);
    change_the_rules(&mut played);
    played.load(None).unwrap();
    let row = "figure,1.1,v1,1300,person,2024-12,Census office,2025-02-01,Census,,C,\nfunding,ministry";
    played.change("statements.csv", "funding,ministry", row);
    for file in ["text/en.ftl", "text/fr.ftl"] {
        let text = "said-by-census-office = Census Office of Veredia\ndimension-sex = ";
        played.change(file, "dimension-sex = ", text);
    }
    assert_eq!(played.load(None).unwrap(), 3);
    let site = played.site(None);
    assert_eq!(site.all(&FILES), files);
    let page = site.get("/f/school-meals/pupils-fed/v1");
    assert!(page.contains("Census Office of Veredia"), "the newest package knows who said it");
    assert!(page.contains("Different pupils with at least one meal."), "beside the rule of that time");
    assert!(site.get("/a/school-meals/r1.1.csv").contains("Census office"));
}

#[test]
fn the_file_of_a_version_is_the_same_under_every_origin() {
    let played = Played::new();
    let (without, with) = (played.site(None), played.site(Some("https://figures.example.org")));
    assert_eq!(without.all(&FILES), with.all(&FILES));
    assert!(with.get(FILES[0]).contains(",/f/school-meals/pupils-fed/v1"));
    let of_now = "https://figures.example.org/f/school-meals/pupils-fed/v1";
    assert!(with.get("/a/school-meals/r1.1.csv").contains(of_now), "what may grow is cited with its origin");
}

#[test]
fn a_package_that_changes_a_rule_under_its_definition_is_refused_and_nothing_is_loaded() {
    let mut played = Played::new();
    played.change("programme.toml", "\"5-9\", \"10-14\"", "\"5-8\", \"9-14\"");
    for file in ["text/en.ftl", "text/fr.ftl"] {
        played.change(file, "age-5-9", "age-5-8");
        played.change(file, "age-10-14", "age-9-14");
    }
    let refused = played.load(None).unwrap_err();
    assert_eq!(refused.class(), ErrorClass::Refused);
    let said = refused.to_string();
    assert!(said.contains("`pupils-fed` keeps the definition v1 of release R1.1"), "{said}");
    assert!(said.contains("the bands of `age` differs"), "{said}");
    assert!(refused.help().contains("a new `definition`"), "{}", refused.help());
    assert_eq!(played.acts().package_files(None).unwrap().0, 1);
}

/// The last entry of the ledger.
fn last_entry(played: &Played) -> Entry {
    let store = Store::open(&played.folder.path().join("data"), Access::Read, "test").unwrap();
    let last: Result<_, StoreError> = store.read(&id(), |tx| tx.entry(tx.ledger_size()? - 1));
    last.unwrap().unwrap()
}

#[test]
fn a_package_is_loaded_by_the_operator_or_an_administrator_and_the_entry_says_by_whom() {
    let mut played = Played::new();
    played.change("text/en.ftl", "School meals of Veredia", "Meals for Veredia");
    let checker = email(CHECKER);
    assert!(matches!(played.load(Some(&checker)), Err(AppError::NoRight { .. })));
    let nobody = email("nobody@example.org");
    assert!(matches!(played.load(Some(&nobody)), Err(AppError::NoUser(_))));
    assert_eq!(played.acts().package_files(None).unwrap().0, 1);
    let administrator = email(ADMINISTRATOR);
    assert_eq!(played.load(Some(&administrator)).unwrap(), 2);
    assert_eq!(last_entry(&played).actor, played.acts().user(&administrator).unwrap().id);
}

#[test]
fn a_programme_is_begun_by_the_operator_alone() {
    let mut played = Played::new();
    played.change("programme.toml", "id = \"school-meals\"", "id = \"school-milk\"");
    let refused = played.load(Some(&email(ADMINISTRATOR))).unwrap_err();
    assert!(matches!(refused, AppError::NeedsOperator { .. }), "{refused}");
    assert_eq!(refused.class(), ErrorClass::Refused);
    assert_eq!(played.data.programmes().unwrap(), [id()]);
    assert_eq!(played.load(Some(&UserEmail::operator())).unwrap(), 1);
}

#[test]
fn the_command_line_passes_on_who_acts() {
    let Played { folder, keyring, .. } = Played::new();
    let path = |name: &str| folder.path().join(name);
    keyring.save(&path("data.keyring")).unwrap();
    let (package, exported) = (meals_package(), path("exported"));
    let run = |command: &str, directory: &Path, user: &str| {
        let mut hatua = Command::new(env!("CARGO_BIN_EXE_hatua"));
        hatua.arg("--data").arg(path("data")).args(["--as", user, "programme", command]).arg(directory);
        hatua.output().unwrap().status.code().unwrap()
    };
    assert_eq!(run("load", &package, CHECKER), 4);
    assert_eq!(run("load", &package, "nobody@example.org"), 2);
    assert_eq!(run("load", &package, ADMINISTRATOR), 0);
    assert_eq!(run("export", &exported, "nobody@example.org"), 2);
    assert!(!exported.exists());
    assert_eq!(run("export", &exported, CHECKER), 0);
    assert!(exported.join("programme.toml").exists());
}

/// The bundle of a release, made by the operator, and the parts in it.
fn bundled(acts: &Acts, release: &str) -> (Vec<u8>, BTreeMap<String, Vec<u8>>) {
    let release = acts.release(Some(release.parse().unwrap())).unwrap();
    let bytes = acts.bundle_release(&acts.permit(None).unwrap(), &release).unwrap().bytes;
    let parts = hatua_store::unseal(&bytes).unwrap().parts;
    (bytes, parts)
}

fn codes(check: &BundleCheck) -> (Vec<&'static str>, Vec<&'static str>) {
    let proved = check.proved.iter().map(|said| said.code);
    (proved.collect(), check.findings.iter().map(|finding| finding.code).collect())
}

#[test]
fn a_bundle_counts_by_the_package_of_its_release_and_keeps_its_bytes_after_a_newer_one() {
    let mut played = Played::new();
    let acts = played.acts();
    let (first, _) = bundled(&acts, "R1.1");
    drop(acts);
    change_the_rules(&mut played);
    played.load(None).unwrap();
    let (again, parts) = bundled(&played.acts(), "R1.1");
    assert!(first == again, "what is loaded and bundled later changes nothing");
    let check = check_bundle(&again, None, None);
    let all = ["bytes", "seal", "log", "release_in_log", "package", "figures", "signatures", "pages"];
    assert_eq!(codes(&check), (all.to_vec(), Vec::new()));
    assert_eq!(check.agreeing(), check.figures.len());
    let csv = String::from_utf8(parts["figures.csv"].clone()).unwrap();
    assert!(csv.contains("pupils-fed,person,12,NORTH,12,12,0,12,12,12,12,12"), "{csv}");
    let page = String::from_utf8(parts["index.html"].clone()).unwrap();
    for said in [r#"lang="fr" dir="ltr""#, "Verity (12 rows)", "Verity (12 lignes)", "Pupil"] {
        assert_eq!(page.contains(said), said != "Pupil", "{said}");
    }
    assert!(!page.contains("<script") && !page.contains("http"), "it leads nowhere");
}

/// A keeper who has the key can sign whatever they like; the figures still have to follow from the entries.
#[test]
fn a_bundle_whose_keeper_issued_another_number_or_sealed_another_page_is_found_out() {
    let played = Played::new();
    let acts = played.acts();
    let keys = played.keyring.programme(&id()).unwrap();
    let (_, parts) = bundled(&acts, "R2.1");
    let sealed = |parts: &BTreeMap<String, Vec<u8>>| {
        let parts = parts.iter().map(|(name, bytes)| (name.clone(), bytes.clone())).collect();
        check_bundle(&seal_bundle(parts, "school-meals R2.1", keys).unwrap(), None, None)
    };
    let changed = |name: &str, from: &str, to: &str| {
        let mut parts = parts.clone();
        let text = String::from_utf8(parts[name].clone()).unwrap();
        assert!(text.contains(from), "{name} has {from}");
        parts.insert(name.to_owned(), text.replacen(from, to, 1).into_bytes());
        sealed(&parts)
    };
    assert_eq!(codes(&sealed(&parts)).1, [] as [&str; 0]);
    let page = changed("index.html", "NORTH", "SOUTH");
    assert_eq!(codes(&page).1, ["part_differs"]);
    assert_eq!(page.findings[0].part.as_deref(), Some("index.html"));
    assert_eq!(codes(&changed("figures.csv", ",24,", ",25,")).1, ["part_differs"]);
    assert_eq!(codes(&changed("package/programme.toml", "\n", "\n# \n")).1, ["package_differs"]);
    assert_eq!(codes(&changed("ledger/entries.jsonl", "\"meals\":1", "\"meals\":2")).1, ["head_differs"]);
    assert_eq!(codes(&changed("ledger/entries.jsonl", "{", "{ ")).1, ["entry_unreadable"]);
    assert_eq!(codes(&changed("ledger/head.txt", "school-meals", "other-meals")).1, ["head_invalid"]);
    assert_eq!(codes(&changed("ledger/issue.proof", "index ", "index 1")).1, ["proof_invalid"]);

    // The release's own entry with another number, in a log that the keeper signed anew.
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("data"), Access::Write, "test").unwrap();
    store.add_programme(&id(), keys).unwrap();
    let text = String::from_utf8(parts["ledger/entries.jsonl"].clone()).unwrap();
    let value = "\"value\":{\"status\":\"published\",\"value\":24}";
    assert!(text.contains(value), "24 pupils were fed");
    let rewritten = text.replace(value, &value.replace("24", "25"));
    let mut entropy = SeededEntropy::new([9; 32]);
    for line in rewritten.lines() {
        let entry = Entry::from_bytes(line.as_bytes()).unwrap();
        let write = |tx: &mut WriteTx| tx.append(entry.at, entry.actor, entry.act.clone());
        store.write(&id(), keys, &mut entropy, write).unwrap();
    }
    let last = rewritten.lines().count() as u64 - 1;
    let signed = store.read(&id(), |tx| Ok::<_, StoreError>((tx.checkpoint()?, tx.prove(last)?.unwrap())));
    let (head, proof) = signed.unwrap();
    let mut forged = parts.clone();
    for (name, bytes) in [
        ("ledger/entries.jsonl", rewritten.into_bytes()),
        ("ledger/head.txt", head.into_bytes()),
        ("ledger/issue.proof", proof.into_bytes()),
    ] {
        forged.insert(name.to_owned(), bytes);
    }
    let check = sealed(&forged);
    let (proved, found) = codes(&check);
    assert_eq!(proved, ["bytes", "seal", "log", "release_in_log", "package"]);
    assert!(found.starts_with(&["figures_differ", "signatures_differ"]), "{found:?}");
    let figure = check.figures.iter().find(|figure| !figure.agrees).unwrap();
    assert_eq!((figure.issued.number(), figure.counted.unwrap().number()), (Some(25), Some(24)));
}
