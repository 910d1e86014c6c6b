//! Rows that contradict themselves or say what no programme can mean: each is kept aside with a sentence that a partner
//! understands, and never becomes a wrong number.

use hatua_core::programme::{Bound, Column, ColumnKind, ColumnPath, Condition, Register, Test};
use hatua_core::record::Value;

use crate::register::{self, column, name, read, required, told};

fn with(columns: Vec<Column>) -> Register {
    let mut all = vec![required("id", ColumnKind::Id), column("date", ColumnKind::Date)];
    all.extend(columns);
    register::register(&["id"], all)
}

fn asked(column: Column, test: Test) -> Column {
    let path = ColumnPath { through: None, column: column.name.clone() };
    Column { constraint: Some(Condition::Column(path, test)), ..column }
}

/// What is said about the lines of a file: where and which, then the sentence of the first problem.
#[track_caller]
fn check(register: &Register, file: &str, expected: &str, sentence: &str) {
    let reading = read(register, None, "list.csv", file.as_bytes());
    let lines: Vec<&str> = expected.lines().map(str::trim).collect();
    assert_eq!(told(&reading), lines.join("\n"));
    let said = &reading.unwrap().problems[0].message;
    assert!(said.contains(sentence), "{said:?} says {sentence:?}");
}

#[test]
fn a_station_stands_on_one_side_of_a_border() {
    let other_side = Test::IsNotColumn(name("country"));
    let register = with(vec![
        column("country", ColumnKind::Text),
        asked(column("neighbour", ColumnKind::Text), other_side),
    ]);
    check(
        &register,
        "id,date,country,neighbour\nS-1,2018-03-08,KE,UG\nS-2,2018-03-08,KE,KE\nS-3,2018-03-08,KE,\n",
        "2: country=KE date=2018-03-08 id=S-1 neighbour=UG
         4: country=KE date=2018-03-08 id=S-3
         D3 constraint_failed",
        "`neighbour` is not the same as `country`",
    );
}

#[test]
fn an_initiative_of_one_country_crosses_no_border() {
    let second = asked(required("country_2", ColumnKind::Text), Test::IsNotColumn(name("country")));
    let register = with(vec![required("country", ColumnKind::Text), second]);
    check(
        &register,
        "id,date,country,country_2\nI-1,2018-03-08,KE,ET\nI-2,2018-03-08,KE,\nI-3,2018-03-08,KE,KE\n",
        "2: country=KE country_2=ET date=2018-03-08 id=I-1
         D3 required_missing
         D4 constraint_failed",
        "`country_2`",
    );
}

#[test]
fn nobody_returns_before_having_agreed_to() {
    let consent =
        asked(required("consent_date", ColumnKind::Date), Test::AtMost(Bound::Column(name("date"))));
    check(
        &with(vec![consent]),
        "id,date,consent_date\nR-1,2018-03-08,2018-03-08\nR-2,2018-03-08,2018-03-09\n",
        "2: consent_date=2018-03-08 date=2018-03-08 id=R-1
         C3 constraint_failed",
        "`consent_date` is at most `date`",
    );
}

#[test]
fn an_amount_in_another_currency_is_no_amount() {
    check(
        &with(vec![column("paid", ColumnKind::Money)]),
        "id,date,paid\nE-1,2018-03-08,12.50\nE-2,2018-03-08,USD 1250\nE-3,2018-03-08,1250 $\nE-4,2018-03-08,KES1 250\n",
        "2: date=2018-03-08 id=E-1 paid=1250
         C3 number_invalid
         C4 number_invalid
         C5 number_invalid",
        "is not an amount: write digits with at most two decimals, for example 1250.50, without a currency",
    );
}

/// One more would be rounded in silence by whoever reads the ledger with floating point numbers.
#[test]
fn a_number_with_more_digits_than_are_kept_is_refused_and_the_rest_goes_in() {
    let reach = Column { min: Some(Value::Integer(0)), ..column("reach", ColumnKind::Integer) };
    check(
        &with(vec![reach, column("paid", ColumnKind::Money)]),
        "id,date,reach,paid\nE-1,2018-03-08,9007199254740991,\nE-2,2018-03-08,9007199254740992,\nE-3,2018-03-08,1,90071992547409.92\nE-4,2018-03-08,99999999999999999999,\n",
        "2: date=2018-03-08 id=E-1 reach=9007199254740991
         C3 number_invalid
         D4 number_invalid
         C5 number_invalid",
        "has more digits than can be kept exactly. Write at most 15 digits.",
    );
}
