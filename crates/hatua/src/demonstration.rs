//! Plays the life of a demonstration: every act by its own user at its own moment, through the same acts that people
//! use. Nothing writes a figure.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex};

use hatua_app::account::Factor;
use hatua_app::document::SentDocument;
use hatua_app::permit::{
    DecideUnits, ImportRecords, IssueRelease, KeepLedger, ReadFigures, ReceiveDocuments, ReceiveReports,
    SignRelease, VerifyRecords, WithdrawRecords,
};
use hatua_app::programme::{NewUser, SentPackage, demonstration_origin};
use hatua_app::receive::{ImportMode, SentFile};
use hatua_app::report::SentReport;
use hatua_app::verify::Selection;
use hatua_app::{
    Access, Acts, AppError, DataFolder, Database, Entropy, Keyring, ProgrammeKeys, ScriptedClock,
    SeededEntropy, StoreError,
};
use hatua_core::access::User;
use hatua_core::id::FigureSlug;
use hatua_core::ledger::Verdict;
use hatua_core::release::{DraftRequest, ReleaseId};
use hatua_demo::{DatedAct, DemoAct, DemoDocument, DemoFile, Demonstration, OwnUnit};
use hatua_publish::links;

use crate::commands::demo::Recipe;
use crate::failure::{FOLDER, Failure};
use crate::output::progress;

/// The password of every invented user: it is printed, and opens nothing but this demonstration.
pub const PASSWORD: &str = "hatua demonstration";
/// Distinguishes the draws of second factors from all others.
const FACTORS: u8 = 0x66;
/// Distinguishes the draws of the keys from all others.
const KEYS: u8 = 0x6b;

/// The keyring with the demonstration's own keys. One that holds other keys for this programme is refused.
pub fn keys(path: &Path, recipe: &Recipe) -> Result<Keyring, Failure> {
    let own = own_keys(recipe)?;
    if !path.exists() {
        let mut keyring = Keyring::empty();
        keyring.insert(recipe.programme.id.clone(), own);
        keyring.save(path).map_err(|error| folder_failure(path, error))?;
        return Ok(keyring);
    }
    let mut keyring = check_keys(path, recipe)?;
    if keyring.programme(&recipe.programme.id).is_none() {
        keyring.insert(recipe.programme.id.clone(), own);
        keyring.save(path).map_err(|error| folder_failure(path, error))?;
    }
    Ok(keyring)
}

/// Reads a keyring that has no keys of this programme, or the demonstration's own.
pub fn check_keys(path: &Path, recipe: &Recipe) -> Result<Keyring, Failure> {
    let keyring = Keyring::load(path).map_err(|error| folder_failure(path, error))?;
    let own = own_keys(recipe)?.fingerprint();
    if keyring.programme(&recipe.programme.id).is_some_and(|known| known.fingerprint() != own) {
        let what = format!("the keyring holds other keys for programme {}", recipe.programme.id);
        let help = "name another keyring with --keyring, or move this one away; nothing was touched";
        return Err(Failure::new(FOLDER, what, path.display().to_string(), help));
    }
    Ok(keyring)
}

/// Removes a keyring's file that holds the demonstration's own keys and no others.
pub fn take_out_keys(path: &Path, recipe: &Recipe) -> Result<(), Failure> {
    let keyring = check_keys(path, recipe)?;
    let is_own = keyring.programme(&recipe.programme.id).is_some();
    if is_own && keyring.programmes().count() == 1 {
        std::fs::remove_file(path).map_err(|error| Failure::from(error).at(path.display().to_string()))?;
    }
    Ok(())
}

fn own_keys(recipe: &Recipe) -> Result<ProgrammeKeys, Failure> {
    let seed = recipe.life.seed.map(|byte| byte ^ KEYS);
    let keys = ProgrammeKeys::new(&demonstration_origin(&recipe.programme.id), &mut SeededEntropy::new(seed));
    keys.map_err(|error| Failure::from(StoreError::from(error)))
}

fn folder_failure(path: &Path, error: hatua_app::KeyringError) -> Failure {
    Failure::from(StoreError::from(error)).at(path.display().to_string())
}

/// Plays the whole life into a new folder or database.
pub fn play(database: &Database, keyring: &Keyring, recipe: &Recipe) -> Result<(), Failure> {
    let life = &recipe.life;
    let begins_at = life.acts.first().map_or(life.ends_at, |act| act.at);
    let clock = Arc::new(ScriptedClock::new(begins_at));
    let entropy: Arc<Mutex<dyn Entropy + Send>> = Arc::new(Mutex::new(SeededEntropy::new(life.seed)));
    let data = DataFolder::open(database, Access::Write, "hatua demo", Arc::clone(&clock) as _, entropy)?;
    let mut known = keyring.clone();
    let sent = SentPackage { package: &recipe.package, origin_host: "", by: None };
    data.load_package(&sent, &mut known, |_| Ok(()))?;
    let acts = data.acts(&recipe.programme.id, Some(keyring))?;
    for user in &life.users {
        let new = NewUser {
            email: user.email.clone(),
            name: user.name.clone(),
            role: user.role,
            organisation: user.organisation.clone(),
            partner: user.partner.clone(),
            country: user.country.clone(),
        };
        acts.add_user(&acts.permit(None)?, &new)?;
    }
    let bar = progress(life.acts.len() as u64, "playing the demonstration");
    for act in &life.acts {
        play_act(&acts, (&clock, life), act).map_err(|error| {
            Failure::from(error).at(format!("the demonstration's act of {} at {}", act.actor, act.at))
        })?;
        bar.inc(1);
    }
    bar.finish_and_clear();
    // After the last act, so that what is drawn for it changes no id.
    for account in accounts(&acts, recipe)? {
        acts.equip_for_demonstration(account.user.id, PASSWORD, account.factor.as_ref())?;
    }
    Ok(())
}

/// An invented user with the second factor that opens the account.
pub struct DemoAccount {
    /// The user.
    pub user: User,
    /// The second factor, where the role asks for one.
    pub factor: Option<Factor>,
}

/// The accounts of the demonstration. Their second factors are drawn from its seed: they are there for everybody to see.
pub fn accounts(acts: &Acts, recipe: &Recipe) -> Result<Vec<DemoAccount>, Failure> {
    let mut entropy = SeededEntropy::new(recipe.life.seed.map(|byte| byte ^ FACTORS));
    let mut users = acts.users(&acts.permit(None)?)?;
    users.retain(|user| recipe.life.users.iter().any(|invented| invented.email == user.email));
    let account = |user: User| DemoAccount {
        factor: user
            .role
            .needs_second_factor()
            .then(|| Factor::draw(&mut entropy, user.email.as_str(), "Hatua demonstration")),
        user,
    };
    Ok(users.into_iter().map(account).collect())
}

fn play_act(
    acts: &Acts,
    (clock, life): (&ScriptedClock, &Demonstration),
    dated: &DatedAct,
) -> Result<(), AppError> {
    let actor = Some(&dated.actor);
    let all_of = |document: &hatua_core::id::DocumentId| Selection::Document {
        document: document.clone(),
        except: Vec::new(),
    };
    if let DemoAct::Release { number, revision, data_to, reason, sign } = &dated.act {
        let id = ReleaseId { number: *number, revision: *revision };
        let request = DraftRequest { id, data_to: *data_to, reasons: reasons(acts, reason.as_deref()) };
        for (signer, at) in sign {
            clock.set(*at);
            acts.sign_release(&acts.permit::<SignRelease>(Some(signer))?, &request)?;
        }
        clock.set(dated.at);
        acts.issue_release(&acts.permit::<IssueRelease>(actor)?, &request)?;
        return Ok(());
    }
    clock.set(dated.at);
    match &dated.act {
        DemoAct::Import(file) => {
            acts.import(&acts.permit::<ImportRecords>(actor)?, &sent(file), ImportMode::GoodRows)?;
        }
        DemoAct::Document(page) => {
            let DemoDocument { document, partner, name, bytes } = page;
            let sent = SentDocument { document, partner, name, bytes };
            acts.receive_document(&acts.permit::<ReceiveDocuments>(actor)?, &sent)?;
        }
        DemoAct::VerifyFile { name } => {
            let file = life.imported(name).ok_or_else(|| AppError::Unknown {
                kind: "file",
                name: name.clone(),
                known: Vec::new(),
            })?;
            let document = acts.document_of_file(&sent(file))?;
            acts.verify_records(&acts.permit::<VerifyRecords>(actor)?, &all_of(&document))?;
        }
        DemoAct::VerifyDocument { document } => {
            acts.verify_records(&acts.permit::<VerifyRecords>(actor)?, &all_of(document))?;
        }
        DemoAct::ReturnDocument { document, reason } => {
            acts.return_records(&acts.permit::<VerifyRecords>(actor)?, &all_of(document), (reason, None))?;
        }
        DemoAct::WithdrawDocument { document, reason } => {
            acts.withdraw_records(&acts.permit::<WithdrawRecords>(actor)?, &all_of(document), reason)?;
        }
        DemoAct::Report { partner, quarter, nil, received_on } => {
            let sent = SentReport { partner, quarter: *quarter, nil: *nil, received_on: Some(*received_on) };
            acts.receive_report(&acts.permit::<ReceiveReports>(actor)?, &sent)?;
        }
        DemoAct::Decide { a, b, verdict, reason } => {
            let (a, b) = (own_unit(acts, a)?, own_unit(acts, b)?);
            acts.decide_units(&acts.permit::<DecideUnits>(actor)?, (a, b), *verdict, reason)?;
        }
        DemoAct::Release { .. } => {}
    }
    Ok(())
}

fn sent(file: &DemoFile) -> SentFile<'_> {
    SentFile { register: &file.register, partner: &file.partner, name: &file.name, bytes: &file.bytes }
}

fn own_unit(acts: &Acts, unit: &OwnUnit) -> Result<hatua_core::id::UnitId, AppError> {
    acts.unit_of_partner(&unit.kind, &unit.partner, &unit.own_id)
}

/// The one reason of a revision, for every figure that it may restate.
fn reasons(acts: &Acts, reason: Option<&str>) -> BTreeMap<FigureSlug, String> {
    let Some(reason) = reason else { return BTreeMap::new() };
    let computed = acts.package().indicators.iter().filter(|indicator| indicator.is_computed());
    computed.map(|indicator| (indicator.slug.clone(), reason.to_owned())).collect()
}

/// Whether the demonstration still is as planned: the figures of its last release, the decisions behind them, and every
/// release counted again.
pub fn check(acts: &Acts, recipe: &Recipe) -> Result<Vec<String>, Failure> {
    let mut findings = Vec::new();
    let last = acts.release(None)?;
    for (code, expected) in &recipe.life.expected {
        let issued = last.figure(code.as_str()).and_then(|figure| figure.value.number());
        if issued != Some(*expected) {
            findings.push(format!("{code} is {issued:?} in {}, planned is {expected}", last.id));
        }
    }
    for figure in acts.preview(&acts.permit::<ReadFigures>(None)?)? {
        let expected = recipe.life.expected.get(&figure.code);
        if expected.is_some_and(|expected| figure.value < *expected) {
            findings.push(format!("the preview of {} has fallen to {}", figure.code, figure.value));
        }
    }
    findings.extend(wrong_decisions(acts, recipe)?);
    let differences = acts.compare_releases(&acts.permit::<KeepLedger>(None)?)?;
    findings.extend(
        differences.into_iter().map(|difference| format!("{}: {}", difference.release, difference.what)),
    );
    Ok(findings)
}

/// Planned decisions that no longer hold: a pair that was joined though it is two, or taken apart though it is one.
fn wrong_decisions(acts: &Acts, recipe: &Recipe) -> Result<Vec<String>, AppError> {
    let mut findings = Vec::new();
    let merged = acts.merged()?;
    for dated in &recipe.life.acts {
        let DemoAct::Decide { a, b, verdict, .. } = &dated.act else { continue };
        let are_one = merged.are_one(own_unit(acts, a)?, own_unit(acts, b)?);
        let pair = format!("{}:{} and {}:{}", a.partner, a.own_id, b.partner, b.own_id);
        match verdict {
            Verdict::Same if !are_one => findings.push(format!("{pair} are one person and were taken apart")),
            Verdict::Different if are_one => {
                findings.push(format!("{pair} are a decoy: two people that were joined"));
            }
            Verdict::Same | Verdict::Different | Verdict::Unsure => {}
        }
    }
    Ok(findings)
}

/// The addresses worth opening first.
pub fn addresses(acts: &Acts, listen: &str) -> Vec<String> {
    let id = acts.programme_id();
    let computed = acts.package().indicators.iter().find(|indicator| indicator.is_computed());
    let mut paths: Vec<String> =
        acts.package().locales.iter().map(|locale| links::action(*locale, id)).collect();
    paths.extend(
        computed.map(|indicator| links::figure(hatua_core::programme::Locale::En, id, &indicator.slug)),
    );
    paths.iter().map(|path| format!("http://{listen}{path}")).collect()
}
