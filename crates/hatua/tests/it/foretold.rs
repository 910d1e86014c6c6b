//! What is said beforehand is what then happens: two hundred random acts on a small programme, and two hundred on the
//! demonstration. Each is supposed first and then done; the figures move as was said, an act that would be refused is refused with the same words, and what the
//! preview says follows each of them.

mod demonstration;

use std::fmt::Write as _;
use std::sync::{Arc, Mutex};

use hatua_app::figures::Supposition;
use hatua_app::permit::{
    DecideUnits, ImportRecords, ReadFigures, ReadRecords, RunProgramme, VerifyRecords, WithdrawRecords,
};
use hatua_app::programme::{NewUser, SentPackage};
use hatua_app::receive::{ImportMode, SentFile};
use hatua_app::verify::Selection;
use hatua_app::{
    Access, Acts, AppError, DataFolder, Database, Keyring, RecordFilter, ScriptedClock, SeededEntropy,
};
use hatua_core::access::Role;
use hatua_core::count::CellFilter;
use hatua_core::id::{DecisionId, UserEmail};
use hatua_core::ledger::Verdict;
use hatua_core::programme::Package;
use hatua_core::record::RecordState;
use jiff::Timestamp;

use crate::binary::meals_files;

pub(crate) const PARTNERS: [&str; 2] = ["NORTH", "SOUTH"];
const REASON: &str = "To see what happens.";
const ACTS: usize = 200;
pub(crate) const VERIFIER: &str = "verifier@example.org";
pub(crate) const LEAD: &str = "lead@example.org";

/// The same numbers in every run.
pub(crate) struct Draws(pub(crate) u64);

impl Draws {
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end
    }

    fn one_of<'l, T>(&mut self, list: &'l [T]) -> &'l T {
        &list[self.below(list.len())]
    }
}

/// A programme in a folder of its own, at one moment.
pub(crate) fn loaded(folder: &tempfile::TempDir, package: &Package, now: Timestamp) -> Acts {
    let clock = Arc::new(ScriptedClock::new(now));
    let entropy = Arc::new(Mutex::new(SeededEntropy::new([7; 32])));
    let place = folder.path().join("data");
    let data = DataFolder::open(&Database::Folder(place), Access::Write, "a test", clock, entropy).unwrap();
    let mut keyring = Keyring::empty();
    let sent = SentPackage { package, origin_host: "localhost", by: None };
    let loaded = data.load_package(&sent, &mut keyring, |_| Ok(())).unwrap();
    data.acts(&loaded.programme, Some(&keyring)).unwrap()
}

/// The same with a verifier and a lead.
pub(crate) fn opened(folder: &tempfile::TempDir, package: &Package) -> Acts {
    let acts = loaded(folder, package, "2024-12-01T08:00:00Z".parse().unwrap());
    for (email, role) in [(VERIFIER, Role::Verifier), (LEAD, Role::ConsortiumLead)] {
        let permit = acts.permit::<RunProgramme>(None).unwrap();
        let new = NewUser {
            email: UserEmail::new(email).unwrap(),
            name: email.to_owned(),
            role,
            organisation: email.to_owned(),
            partner: None,
            country: None,
        };
        acts.add_user(&permit, &new).unwrap();
    }
    acts
}

/// The school meals, and what two kitchens sent.
fn kitchens(folder: &tempfile::TempDir, draws: &mut Draws) -> Acts {
    let acts = opened(folder, &meals_files());
    for partner in PARTNERS {
        let (mut deliveries, mut pupils) = (
            "delivery_id,day,district,state,meals,note\n".to_owned(),
            "delivery,card,name,day,district,sex,age_years,meals\n".to_owned(),
        );
        for at in 1..=8 {
            let state = draws.one_of(&["Accepted", "Accepted", "Refused"]);
            let _ = writeln!(deliveries, "D-{at},2024-0{at}-05,VR-N,{state},{at}0,N-{at}");
        }
        for at in 0..40_usize {
            let (delivery, card, day) = (at % 8 + 1, at / 8 * 2 + draws.below(2), draws.below(28) + 1);
            let (district, meals) = (draws.one_of(&["VR-N", "VR-S"]), draws.below(4));
            let _ = writeln!(
                pupils,
                "D-{delivery},C-{card},Awa Sarr,2024-0{delivery}-{day:02},{district},Girl,9,{meals}"
            );
        }
        import(&acts, partner, "delivery", &deliveries);
        import(&acts, partner, "pupil", &pupils);
    }
    acts
}

fn import(acts: &Acts, partner: &str, register: &str, rows: &str) {
    let (register, partner) = (register.parse().unwrap(), partner.parse().unwrap());
    let sent = SentFile { register: &register, partner: &partner, name: "list.csv", bytes: rows.as_bytes() };
    let permit = acts.permit::<ImportRecords>(None).unwrap();
    let report = acts.import(&permit, &sent, ImportMode::GoodRows).unwrap();
    assert_eq!(report.kept_aside, 0, "{:?}", report.problems);
}

pub(crate) fn email(text: &str) -> UserEmail {
    UserEmail::new(text).unwrap()
}

pub(crate) fn records(acts: &Acts) -> Vec<RecordState> {
    let mut all = Vec::new();
    let permit = acts.permit::<ReadRecords>(None).unwrap();
    let mut note = |state| {
        all.push(state);
        Ok(())
    };
    acts.each_record(&permit, &RecordFilter::default(), &mut note).unwrap();
    all
}

/// The figures' codes and values.
type Figures = Vec<(String, u64)>;

/// The figures as the next release would say them, each as its explanation counts it, too.
fn figures(acts: &Acts) -> Figures {
    let preview = acts.preview(&acts.permit::<ReadFigures>(None).unwrap()).unwrap();
    let permit = acts.permit::<ReadRecords>(None).unwrap();
    let value = |slug: &str| acts.explain(&permit, slug, &CellFilter::default()).unwrap().value;
    for figure in &preview {
        assert_eq!(value(figure.slug.as_str()), figure.value, "{} is explained", figure.slug);
    }
    preview.into_iter().map(|figure| (figure.code.to_string(), figure.value)).collect()
}

/// An act drawn at random, and who would do it.
fn drawn(draws: &mut Draws, records: &[RecordState], taken: &[DecisionId]) -> (Supposition, &'static str) {
    let one = Selection::Records(vec![draws.one_of(records).record.record]);
    let whole = Selection::Document {
        document: draws.one_of(records).record.document.clone(),
        except: (0..20).map(|_| draws.one_of(records).record.record).collect(),
    };
    let (a, b) = (draws.one_of(records).record.unit, draws.one_of(records).record.unit);
    match draws.below(9) {
        0 | 1 => (Supposition::Verify(one), VERIFIER),
        2 => (Supposition::Verify(whole), VERIFIER),
        3 => (Supposition::Return(one), VERIFIER),
        4 => (Supposition::Withdraw(one), LEAD),
        5 if !taken.is_empty() => (Supposition::Undo(*draws.one_of(taken)), LEAD),
        6 => (Supposition::Decide(a, b, Verdict::Different), LEAD),
        _ => (Supposition::Decide(a, b, Verdict::Same), LEAD),
    }
}

/// Does what was supposed.
fn happen(
    acts: &Acts,
    supposed: &Supposition,
    by: &str,
    taken: &mut Vec<DecisionId>,
) -> Result<(), AppError> {
    let by = email(by);
    let verifying = || acts.permit::<VerifyRecords>(Some(&by));
    let deciding = || acts.permit::<DecideUnits>(Some(&by));
    match supposed {
        Supposition::Verify(records) => acts.verify_records(&verifying()?, records).map(drop),
        Supposition::Return(records) => acts.return_records(&verifying()?, records, (REASON, None)).map(drop),
        Supposition::Withdraw(records) => {
            let permit = acts.permit::<WithdrawRecords>(Some(&by))?;
            acts.withdraw_records(&permit, records, REASON).map(drop)
        }
        Supposition::Undo(decision) => acts.undo_decision(&deciding()?, *decision, REASON),
        Supposition::Decide(a, b, verdict) => {
            taken.push(acts.decide_units(&deciding()?, (*a, *b), *verdict, REASON)?);
            Ok(())
        }
    }
}

/// What became of an act that was supposed first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Done,
    Refused,
}

/// Supposes an act and does it: what would be refused is refused with the same words. `now` then holds what the figures
/// have to be: those that were named moved as was said, every other one stayed.
fn foretold(
    acts: &Acts,
    (supposed, by): (&Supposition, &str),
    now: &mut Figures,
    taken: &mut Vec<DecisionId>,
) -> Outcome {
    let permit = acts.permit::<ReadFigures>(Some(&email(by))).unwrap();
    let said = acts.what_if(&permit, supposed);
    let happened = happen(acts, supposed, by, taken);
    match (said, happened) {
        (Ok(effects), Ok(())) => {
            for effect in &effects {
                let at = now.iter().position(|(code, _)| *code == effect.code.to_string()).unwrap();
                assert_eq!(now[at].1, effect.before, "{supposed:?}");
                now[at].1 = effect.after;
            }
            Outcome::Done
        }
        (Err(said), Err(happened)) => {
            assert_eq!(said.to_string(), happened.to_string(), "{supposed:?}");
            Outcome::Refused
        }
        (said, happened) => panic!("{supposed:?}: {said:?}, then {happened:?}"),
    }
}

#[test]
fn two_hundred_random_acts_do_what_was_said_of_them() {
    let (folder, mut draws, mut taken) = (tempfile::tempdir().unwrap(), Draws(2024), Vec::new());
    let acts = kitchens(&folder, &mut draws);
    let (mut moved, mut refused, mut now) = (0, 0, figures(&acts));
    for _ in 0..ACTS {
        let (supposed, by) = drawn(&mut draws, &records(&acts), &taken);
        let permit = acts.permit::<ReadFigures>(Some(&email(by))).unwrap();
        drop(acts.what_if(&permit, &supposed));
        assert_eq!(figures(&acts), now, "supposing changes nothing");
        let before = now.clone();
        match foretold(&acts, (&supposed, by), &mut now, &mut taken) {
            Outcome::Done => moved += u32::from(now != before),
            Outcome::Refused => refused += 1,
        }
        assert_eq!(figures(&acts), now, "{supposed:?}");
    }
    assert!(moved >= 25 && refused >= 25, "{moved} moved a figure, {refused} were refused");
}
