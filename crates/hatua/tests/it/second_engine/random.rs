//! Small programmes drawn at random: rules of every predicate, records with and without values, references that stand,
//! were changed, withdrawn or never known, decisions that link and are undone. Rust and the other engines have to agree on
//! every figure. Drawn in one batch, because an engine takes longer to start than to count.

use std::path::PathBuf;

use hatua_core::count::count_figures;
use hatua_core::id::{ColumnName, RecordId, UserId};
use hatua_core::ledger::{Act, Entry, Verdict};
use hatua_core::programme::{
    Bound, ColumnPath, Condition, HeadCountSource, Measure, Programme, Source, Test, read,
};
use hatua_core::record::{Facts, FieldRecord, RowPlace, Value, Values};
use hatua_core::release::ReleaseId;
use hatua_store::{Recounted, recount_files};
use jiff::Timestamp;
use jiff::civil::Date;
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;

use super::Found;
use super::engines::{duckdb, postgres};
use crate::binary::meals_files;

const PROGRAMMES: usize = 60;
const PARTNERS: [&str; 2] = ["NORTH", "SOUTH"];

/// What a column can be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Number,
    Decimal,
    Day,
    Word,
    Answer,
}

/// The columns of the two registers of the school meals that rules may look at.
const DELIVERY: [(&str, Kind); 10] = [
    ("meals", Kind::Number),
    ("cost", Kind::Number),
    ("ceiling", Kind::Number),
    ("weight", Kind::Decimal),
    ("day", Kind::Day),
    ("due", Kind::Day),
    ("state", Kind::Word),
    ("district", Kind::Word),
    ("note", Kind::Word),
    ("warm", Kind::Answer),
];
const PUPIL: [(&str, Kind); 9] = [
    ("meals", Kind::Number),
    ("age_years", Kind::Number),
    ("day", Kind::Day),
    ("sex", Kind::Word),
    ("district", Kind::Word),
    ("delivery.meals", Kind::Number),
    ("delivery.weight", Kind::Decimal),
    ("delivery.state", Kind::Word),
    ("delivery.warm", Kind::Answer),
];

fn columns(register: &str) -> &'static [(&'static str, Kind)] {
    if register == "pupil" { &PUPIL } else { &DELIVERY }
}

fn path(written: &str) -> ColumnPath {
    let name = |text: &str| ColumnName::new(text).unwrap();
    match written.split_once('.') {
        Some((through, column)) => ColumnPath { through: Some(name(through)), column: name(column) },
        None => ColumnPath { through: None, column: name(written) },
    }
}

/// A value that columns of a kind may have: few, so that two are often the same.
fn value(kind: Kind) -> BoxedStrategy<Value> {
    match kind {
        Kind::Number => (-2..4_i64).prop_map(Value::Integer).boxed(),
        Kind::Decimal => prop::sample::select(vec!["0", "1.5", "1.50", "-0.25", "2", "10.001"])
            .prop_map(|text| Value::Text(text.into()))
            .boxed(),
        Kind::Day => {
            (-3..40_i64).prop_map(|days| Value::Date(first_day() + jiff::Span::new().days(days))).boxed()
        }
        Kind::Word => prop::sample::select(vec!["F", "accepted", "refused", "it's, \"so\"", "قرية"])
            .prop_map(|text| Value::Text(text.into()))
            .boxed(),
        Kind::Answer => any::<bool>().prop_map(Value::Boolean).boxed(),
    }
}

fn first_day() -> Date {
    jiff::civil::date(2024, 1, 1)
}

/// The other side of a comparison with a column of a kind.
fn bound(register: &'static str, kind: Kind) -> BoxedStrategy<Bound> {
    let own = own(register, kind);
    let fixed = value(kind).prop_map(Bound::Value).boxed();
    let other = if own.is_empty() {
        fixed.clone()
    } else {
        prop::sample::select(own).prop_map(Bound::Column).boxed()
    };
    let today = if kind == Kind::Day { Just(Bound::Today).boxed() } else { fixed.clone() };
    prop_oneof![3 => fixed, 1 => other, 1 => today].boxed()
}

/// The columns of the record itself that are of a kind.
fn own(register: &'static str, kind: Kind) -> Vec<ColumnName> {
    let own = columns(register).iter().filter(|(name, other)| *other == kind && !name.contains('.'));
    own.map(|(name, _)| path(name).column).collect()
}

fn test(register: &'static str, kind: Kind) -> BoxedStrategy<Test> {
    let others = own(register, kind);
    let plain = test_of_one_column(kind);
    if others.is_empty() {
        return ordered(register, kind, plain);
    }
    let other = || prop::sample::select(others.clone());
    let beside = prop_oneof![other().prop_map(Test::IsColumn), other().prop_map(Test::IsNotColumn)];
    ordered(register, kind, prop_oneof![4 => plain, 1 => beside].boxed())
}

fn test_of_one_column(kind: Kind) -> BoxedStrategy<Test> {
    prop_oneof![
        value(kind).prop_map(Test::Is),
        value(kind).prop_map(Test::IsNot),
        prop::collection::vec(value(kind), 1..3).prop_map(Test::OneOf),
        any::<bool>().prop_map(Test::Present),
    ]
    .boxed()
}

/// With the tests that only some kinds know.
fn ordered(register: &'static str, kind: Kind, plain: BoxedStrategy<Test>) -> BoxedStrategy<Test> {
    let ordered = || bound(register, kind);
    match kind {
        Kind::Number | Kind::Decimal | Kind::Day => prop_oneof![
            2 => plain,
            1 => ordered().prop_map(Test::AtLeast),
            1 => ordered().prop_map(Test::AtMost),
            1 => ordered().prop_map(Test::Before),
            1 => ordered().prop_map(Test::After),
        ]
        .boxed(),
        Kind::Word => prop_oneof![3 => plain, 1 => (0..9_u32).prop_map(Test::Longest)].boxed(),
        Kind::Answer => plain,
    }
}

fn condition(register: &'static str) -> impl Strategy<Value = Condition> {
    let leaf = prop::sample::select(columns(register).to_vec()).prop_flat_map(move |(name, kind)| {
        test(register, kind).prop_map(move |test| Condition::Column(path(name), test))
    });
    leaf.prop_recursive(3, 8, 3, |inner| {
        let parts = || prop::collection::vec(inner.clone(), 1..4);
        prop_oneof![
            parts().prop_map(Condition::All),
            parts().prop_map(Condition::Any),
            inner.clone().prop_map(|part| Condition::Not(Box::new(part))),
        ]
    })
}

fn source(register: &'static str) -> impl Strategy<Value = Source> {
    let conditions =
        (prop::option::weighted(0.9, condition(register)), prop::option::weighted(0.3, condition(register)));
    conditions.prop_map(move |(condition, except)| Source {
        register: register.parse().unwrap(),
        condition,
        except,
    })
}

fn heads() -> impl Strategy<Value = Option<HeadCountSource>> {
    let condition = prop::option::weighted(0.8, condition("delivery"));
    prop::option::weighted(
        0.7,
        condition.prop_map(|condition| HeadCountSource {
            register: "delivery".parse().unwrap(),
            condition,
            sum: path("meals").column,
        }),
    )
}

/// A measure, its sources, and the numbers of persons that are added.
type Rule = (Measure, Vec<Source>, Option<HeadCountSource>);

/// A rule of each measure.
fn rules() -> impl Strategy<Value = Vec<Rule>> {
    let distinct = prop_oneof![
        source("pupil").prop_map(|source| vec![source]),
        (source("pupil"), source("delivery")).prop_map(|(pupil, delivery)| vec![pupil, delivery]),
    ];
    let sum = || Measure::Sum(path("meals").column);
    (distinct, (source("pupil"), heads()), source("pupil"), source("delivery"), source("delivery")).prop_map(
        move |(distinct, (by_name, heads), fed, served, cases)| {
            vec![
                (Measure::Distinct, distinct, None),
                (Measure::Distinct, vec![by_name], heads),
                (sum(), vec![fed, served.clone()], None),
                (sum(), vec![served], None),
                (Measure::Cases, vec![cases], None),
            ]
        },
    )
}

/// A row and what happened to it.
#[derive(Debug, Clone)]
struct Row {
    is_pupil: bool,
    partner: usize,
    unit: u8,
    points_to: Option<u8>,
    values: Vec<Option<Value>>,
    changed: Option<Vec<Option<Value>>>,
    fate: usize,
}

fn cells(is_pupil: bool) -> impl Strategy<Value = Vec<Option<Value>>> {
    let columns = columns(if is_pupil { "pupil" } else { "delivery" });
    let own = columns.iter().filter(|(name, _)| !name.contains('.'));
    own.map(|(name, kind)| prop::option::weighted(if *name == "day" { 0.95 } else { 0.7 }, value(*kind)))
        .collect::<Vec<_>>()
}

fn row() -> impl Strategy<Value = Row> {
    any::<bool>().prop_flat_map(|is_pupil| {
        (
            (0..2_usize, 0..5_u8, prop::option::weighted(0.9, 0..4_u8)),
            cells(is_pupil),
            prop::option::weighted(0.2, cells(is_pupil)),
            prop_oneof![5 => Just(0_usize), 1 => 1..4_usize],
        )
            .prop_map(move |((partner, unit, points_to), values, changed, fate)| Row {
                is_pupil,
                partner,
                unit,
                points_to,
                values,
                changed,
                fate,
            })
    })
}

/// Two units by partner and number, the verdict, and whether the decision was taken away again.
type Pair = ((usize, u8), (usize, u8), usize, bool);

fn pairs() -> impl Strategy<Value = Vec<Pair>> {
    let unit = || (0..2_usize, 0..5_u8);
    prop::collection::vec((unit(), unit(), 0..4_usize, prop::bool::weighted(0.2)), 0..8)
}

fn id<T: std::str::FromStr<Err: std::fmt::Debug>>(kind: u32, number: usize) -> T {
    format!("{kind:08x}-0000-4000-8000-{number:012x}").parse().unwrap()
}

fn unit_number(is_pupil: bool, (partner, unit): (usize, u8)) -> usize {
    usize::from(is_pupil) * 100 + partner * 10 + usize::from(unit)
}

/// The row as a record, with these cells.
fn record(number: usize, row: &Row, cells: &[Option<Value>]) -> FieldRecord {
    let register = if row.is_pupil { "pupil" } else { "delivery" };
    let own = columns(register).iter().filter(|(name, _)| !name.contains('.'));
    let mut values: Values =
        own.zip(cells).filter_map(|((name, _), value)| Some((path(name).column, value.clone()?))).collect();
    if row.is_pupil {
        let pointed = row.points_to.map(|key| (path("delivery").column, Value::Text(format!("D-{key}"))));
        values.extend(pointed);
    } else {
        values.insert(path("delivery_id").column, Value::Text(format!("D-{}", row.unit)));
    }
    FieldRecord {
        record: id(1, number),
        unit: id(2, unit_number(row.is_pupil, (row.partner, row.unit))),
        register: register.parse().unwrap(),
        partner: PARTNERS[row.partner].parse().unwrap(),
        document: "list".parse().unwrap(),
        place: RowPlace { file: id(3, 1), sheet: None, row: 1 },
        values,
        vault_hash: None,
    }
}

fn facts(rows: &[Row], pairs: &[Pair]) -> Facts {
    let mut acts = Vec::new();
    for (number, row) in rows.iter().enumerate() {
        let record_id: RecordId = id(1, number);
        let reason = || "as the list says".to_owned();
        acts.push(Act::RecordImported(record(number, row, &row.values)));
        if row.changed.is_some() {
            acts.push(Act::RecordVerified { record: record_id });
        }
        acts.extend(row.changed.iter().map(|cells| Act::RecordChanged(record(number, row, cells))));
        match row.fate {
            0 => acts.push(Act::RecordVerified { record: record_id }),
            1 => acts.push(Act::RecordReturned { record: record_id, due: None, reason: reason() }),
            2 => acts.push(Act::RecordWithdrawn { record: record_id, reason: reason() }),
            _ => {}
        }
    }
    for (number, (a, b, verdict, is_undone)) in pairs.iter().enumerate() {
        let verdict = [Verdict::Same, Verdict::Same, Verdict::Different, Verdict::Unsure][*verdict];
        let (a, b) = (id(2, unit_number(true, *a)), id(2, unit_number(true, *b)));
        let decision = id(4, number);
        acts.push(Act::UnitsDecided { decision, a, b, verdict, reason: "compared".to_owned() });
        if *is_undone {
            acts.push(Act::DecisionUndone { decision, reason: "a mistake".to_owned() });
        }
    }
    let mut facts = Facts::default();
    for (sequence, act) in acts.into_iter().enumerate() {
        let entry =
            Entry { sequence: sequence as u64, at: Timestamp::UNIX_EPOCH, actor: UserId::OPERATOR, act };
        facts.apply(entry).unwrap();
    }
    facts
}

fn school_meals() -> Programme {
    read(&meals_files()).unwrap()
}

/// The school meals with other rules.
fn programme(rules: Vec<Rule>) -> Programme {
    let mut programme = school_meals();
    let pattern = programme.indicators[0].clone();
    programme.indicators = rules
        .into_iter()
        .enumerate()
        .map(|(number, (measure, from, head_counts))| {
            let mut indicator = pattern.clone();
            indicator.code = format!("9.{number}").parse().unwrap();
            indicator.slug = format!("rule-{number}").parse().unwrap();
            (indicator.measure, indicator.from, indicator.head_counts) = (measure, from, head_counts);
            indicator
        })
        .collect();
    programme
}

#[test]
fn any_rule_counts_the_same_in_another_engine() {
    let mut runner = TestRunner::default();
    let drawn = (rules(), prop::collection::vec(row(), 0..25), pairs());
    let until = jiff::civil::date(2024, 1, 31);
    let place = tempfile::tempdir().unwrap();
    let (mut folders, mut wanted, mut told): (Vec<PathBuf>, Vec<Found>, Vec<String>) = Default::default();
    for number in 0..PROGRAMMES {
        let (rules, rows, pairs) = drawn.new_tree(&mut runner).unwrap().current();
        told.push(format!("{rules:#?}\n{rows:#?}\n{pairs:?}"));
        let (programme, facts) = (programme(rules), facts(&rows, &pairs));
        let counted = count_figures(&programme, &facts, until).unwrap();
        wanted.push(
            counted
                .iter()
                .map(|tally| (tally.code.to_string(), i64::try_from(tally.value).unwrap()))
                .collect(),
        );
        let release = ReleaseId { number: 1, revision: 1 };
        let recounted = Recounted { programme: &programme, facts: &facts, release, until };
        let folder = place.path().join(number.to_string());
        std::fs::create_dir(&folder).unwrap();
        for (name, bytes) in recount_files(&recounted).unwrap() {
            std::fs::write(folder.join(name), bytes).unwrap();
        }
        folders.push(folder);
    }
    assert!(
        wanted.iter().flatten().filter(|(_, value)| *value > 0).count() > PROGRAMMES,
        "figures are counted"
    );
    let found = [("DuckDB", duckdb(&folders)), ("PostgreSQL", postgres(&folders))];
    for (engine, found) in found {
        for (number, found) in found.iter().enumerate() {
            let sql = std::fs::read_to_string(folders[number].join("figures.duckdb.sql")).unwrap();
            assert_eq!(*found, wanted[number], "{engine} counts otherwise\n{}\n{sql}", told[number]);
        }
    }
}
