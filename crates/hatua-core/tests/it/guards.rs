//! What must not move a figure, and what no act may do, whatever was sent or typed.

use std::collections::BTreeMap;

use hatua_core::count::{Table, count_figure};
use hatua_core::id::{
    DecisionId, DocumentId, FigureSlug, FileId, PartnerCode, RecordId, RegisterName, UnitId, UserId,
};
use hatua_core::identity::{DecideError, decide, undo};
use hatua_core::ledger::{Act, Verdict};
use hatua_core::programme::{Programme, read};
use hatua_core::reason::ReasonError;
use hatua_core::record::{Facts, FieldRecord, RowPlace, Value};
use hatua_core::release::{
    Coverage, DraftError, DraftRequest, Evidence, FigureValue, PublicTable, ReleaseId, ReleasedFigure,
    TableKey, draft,
};
use hatua_core::statement::Grade;
use hatua_core::verify::{give_back, withdraw};
use hatua_core::withhold::{Earlier, withhold_cells};
use jiff::Timestamp;
use jiff::civil::date;
use uuid::Uuid;

use crate::folder;

fn programme() -> Programme {
    read(&folder::school_meals()).unwrap()
}

/// What happened, told act by act: records are known by a number, which is also that of their unit.
struct Story {
    programme: Programme,
    facts: Facts,
}

impl Story {
    fn new() -> Self {
        Self { programme: programme(), facts: Facts::default() }
    }

    fn happens(&mut self, act: Act) {
        self.facts.suppose(act, UserId::OPERATOR, Timestamp::UNIX_EPOCH).unwrap();
    }

    /// Verifies these records.
    fn verify(&mut self, records: &[u128]) {
        for record in records {
            self.happens(Act::RecordVerified { record: RecordId(Uuid::from_u128(*record)) });
        }
    }

    /// What deciding about two units gives, as decision 9.
    fn decide(&self, (a, b): (u128, u128), (verdict, reason): (Verdict, &str)) -> Result<Act, DecideError> {
        decide(&self.programme, &self.facts, decision(9), (unit(a), unit(b)), (verdict, reason))
    }

    fn figure(&self, slug: &str) -> u64 {
        let indicator = self.programme.indicator(slug).unwrap();
        count_figure(&self.programme, indicator, &self.facts, self.programme.ends).value
    }
}

fn unit(number: u128) -> UnitId {
    UnitId(Uuid::from_u128(number))
}

fn decision(number: u128) -> DecisionId {
    DecisionId(Uuid::from_u128(number))
}

fn record(number: u128, register: &str, values: &[(&str, Value)]) -> FieldRecord {
    FieldRecord {
        record: RecordId(Uuid::from_u128(number)),
        unit: unit(number),
        register: RegisterName::new(register).unwrap(),
        partner: PartnerCode::new("NORTH").unwrap(),
        document: DocumentId::new("list").unwrap(),
        place: RowPlace { file: FileId(Uuid::nil()), sheet: None, row: 2 },
        values: values.iter().map(|(name, value)| (name.parse().unwrap(), value.clone())).collect(),
        vault_hash: None,
    }
}

/// Delivery D1 of 40 meals, and in which state it came.
fn delivery(number: u128, state: &str) -> FieldRecord {
    let text = |text: &str| Value::Text(text.to_owned());
    let day = Value::Date(date(2024, 2, 1));
    let values =
        [("delivery_id", text("D1")), ("day", day), ("state", text(state)), ("meals", Value::Integer(40))];
    record(number, "delivery", &values)
}

/// A pupil who ate of delivery D1.
fn pupil(number: u128) -> FieldRecord {
    let day = Value::Date(date(2024, 2, 1));
    let values = [("delivery", Value::Text("D1".to_owned())), ("day", day), ("meals", Value::Integer(1))];
    record(number, "pupil", &values)
}

/// A figure fell on the day on which a partner sent its list of deliveries again, before anybody had looked at it.
#[test]
fn an_unverified_change_moves_no_figure_through_a_reference() {
    let mut story = Story::new();
    story.happens(Act::RecordImported(delivery(1, "accepted")));
    story.happens(Act::RecordImported(pupil(2)));
    story.verify(&[1, 2]);
    assert_eq!(story.figure("pupils-fed"), 1);

    story.happens(Act::RecordChanged(delivery(1, "refused")));
    assert_eq!(story.figure("pupils-fed"), 1, "the change waits for a check");
    let id = RecordId(Uuid::from_u128(1));
    story.happens(Act::RecordReturned { record: id, reason: "not on the list".into() });
    story.happens(Act::RecordChanged(delivery(1, "refused")));
    assert_eq!(story.figure("pupils-fed"), 1, "a second change waits like the first");
    story.verify(&[1]);
    assert_eq!(story.figure("pupils-fed"), 0, "the change was checked");
}

#[test]
fn a_change_after_a_return_waits_too_and_a_withdrawal_holds_at_once() {
    let mut story = Story::new();
    story.happens(Act::RecordImported(delivery(1, "accepted")));
    story.happens(Act::RecordImported(pupil(2)));
    story.verify(&[1, 2]);
    let id = RecordId(Uuid::from_u128(1));
    story.happens(Act::RecordReturned { record: id, reason: "not on the list".into() });
    story.happens(Act::RecordChanged(delivery(1, "refused")));
    assert_eq!(story.figure("pupils-fed"), 1);
    story.happens(Act::RecordWithdrawn { record: id, reason: "never came".into() });
    assert_eq!(story.figure("pupils-fed"), 0);
}

#[test]
fn a_row_that_was_never_verified_is_seen_as_it_is() {
    let mut story = Story::new();
    story.happens(Act::RecordImported(delivery(1, "accepted")));
    story.happens(Act::RecordImported(pupil(2)));
    story.verify(&[2]);
    assert_eq!(story.figure("pupils-fed"), 1);
    story.happens(Act::RecordChanged(delivery(1, "refused")));
    assert_eq!(story.figure("pupils-fed"), 0);
}

fn by_age(cells: &[(&str, u64)]) -> Table {
    let cells = cells.iter().map(|(code, count)| ((*code).to_owned(), *count)).collect();
    Table { key: TableKey::First("age".parse().unwrap()), cells, units_in_several: None }
}

/// Whether the table by age may be shown after a release that showed the other one.
fn is_shown_after(before: &[(&str, u64)], now: &[(&str, u64)]) -> bool {
    let mut programme = programme();
    programme.disclosure.one_way = vec!["age".parse().unwrap()];
    let indicator = programme.indicator("pupils-fed").unwrap();
    let withheld = |cells, earlier: &[Earlier]| {
        withhold_cells(&programme.disclosure, indicator, &[by_age(cells)], earlier)
    };
    let figure = ReleasedFigure {
        code: indicator.code.clone(),
        slug: indicator.slug.clone(),
        definition: "v1".to_owned(),
        unit: "person".to_owned(),
        value: FigureValue::Published(100),
        version: 1,
        records: 100,
        chain: Vec::new(),
        tables: withheld(before, &[]),
        coverage: Coverage { quarter: "2024-Q1".parse().unwrap(), answered: 1, expected: 1 },
        evidence: Evidence { grade: Grade::B, reaching: 100, counted: 100 },
        restatement: None,
        as_known: Vec::new(),
    };
    assert!(figure.shown_table("age").is_some(), "the earlier release shows its table");
    let earlier = [Earlier { release: ReleaseId { number: 1, revision: 1 }, figure: &figure }];
    matches!(withheld(now, &earlier)[..], [PublicTable::Shown { .. }])
}

/// Pupils of 5 to 9 were 40; after the bands were renamed, those of 5 to 10 were 42: two pupils stood in the open.
#[test]
fn a_table_in_which_a_shown_code_is_gone_is_not_shown() {
    assert!(!is_shown_after(&[("5-9", 40), ("10-14", 60)], &[("5-10", 42), ("11-14", 58)]));
    assert!(!is_shown_after(&[("5-9", 40), ("10-14", 60)], &[("10-14", 60)]));
    assert!(is_shown_after(&[("5-9", 0), ("10-14", 60)], &[("10-14", 60)]), "nobody stood there");
}

#[test]
fn a_new_code_and_an_age_that_was_found_out_hide_no_table() {
    assert!(is_shown_after(&[("5-9", 40)], &[("5-9", 40), ("10-14", 60)]));
    assert!(is_shown_after(&[("5-9", 40), ("unknown", 6)], &[("5-9", 46)]), "nobody is without an age now");
}

/// What is typed here stays for ever; a number in a reason led back to a person whose data had been erased.
#[test]
fn no_act_keeps_a_reason_with_contact_data() {
    let mut story = Story::new();
    story.happens(Act::RecordImported(pupil(1)));
    story.happens(Act::RecordImported(pupil(2)));
    story.happens(Act::UnitsDecided {
        decision: decision(1),
        a: unit(1),
        b: unit(2),
        verdict: Verdict::Unsure,
        reason: "two cards".into(),
    });
    let state = &story.facts.records[&RecordId(Uuid::from_u128(1))];
    let (address, phone) = ("ask head@school.example", "her mother is at +221 77 123 45 67");
    assert_eq!(give_back(state, phone), Err(ReasonError::Phone.into()));
    assert_eq!(withdraw(state, address), Err(ReasonError::Address.into()));
    assert_eq!(story.decide((1, 2), (Verdict::Different, phone)), Err(ReasonError::Phone.into()));
    assert_eq!(undo(&story.facts, decision(1), address), Err(ReasonError::Address.into()));
    let slug: FigureSlug = "pupils-fed".parse().unwrap();
    let request = DraftRequest {
        id: ReleaseId { number: 1, revision: 1 },
        data_to: date(2024, 3, 31),
        reasons: BTreeMap::from([(slug.clone(), phone.to_owned())]),
    };
    let refused = DraftError::Reason { slug, cause: ReasonError::Phone };
    assert_eq!(draft(&story.programme, &story.facts, &request).err(), Some(refused));
}

#[test]
fn only_units_of_one_kind_are_decided_about() {
    let mut story = Story::new();
    story.happens(Act::RecordImported(delivery(1, "accepted")));
    story.happens(Act::RecordImported(pupil(2)));
    for verdict in [Verdict::Same, Verdict::Different, Verdict::Unsure] {
        let error = story.decide((1, 2), (verdict, "same number")).unwrap_err();
        assert!(matches!(error, DecideError::OtherKind { .. }), "{error:?}");
        assert!(error.to_string().contains("is a `delivery`") && error.to_string().contains("is a `person`"));
    }
}

#[test]
fn what_was_decided_about_a_pair_is_not_decided_again() {
    let mut story = Story::new();
    story.happens(Act::RecordImported(pupil(1)));
    story.happens(Act::RecordImported(pupil(2)));
    let decided = |story: &mut Story, number, verdict| {
        let reason = "two cards".to_owned();
        story.happens(Act::UnitsDecided {
            decision: decision(number),
            a: unit(1),
            b: unit(2),
            verdict,
            reason,
        });
    };
    decided(&mut story, 1, Verdict::Unsure);
    let error = story.decide((2, 1), (Verdict::Unsure, "two cards")).unwrap_err();
    assert!(error.to_string().contains(&decision(1).to_string()), "{error}");
    assert!(story.decide((2, 1), (Verdict::Different, "asked both")).is_ok(), "somebody found out");

    decided(&mut story, 2, Verdict::Different);
    let error = story.decide((2, 1), (Verdict::Different, "asked both")).unwrap_err();
    assert!(error.to_string().contains(&decision(2).to_string()), "{error}");
    story.happens(Act::DecisionUndone { decision: decision(2), reason: "wrong pair".to_owned() });
    assert!(story.decide((1, 2), (Verdict::Different, "asked both")).is_ok(), "it no longer stands");
}
