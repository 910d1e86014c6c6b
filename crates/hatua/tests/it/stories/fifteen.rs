//! All figures of the demonstration: from rows to each number, what each release said, where and when each unit was
//! counted, and that one row moves the figures of its register and no other.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::binary::{Folder, VERIFIER, demonstration, texts};

/// A figure's code with the numbers of a line of the plan; an empty cell of the plan is 0.
pub(crate) type Line<const N: usize> = (&'static str, [u64; N]);

/// Rows received, rows verified, the sum of the partners' own counts, the figure.
const ROAD: [Line<4>; 15] = [
    ("1.3", [26, 23, 20, 20]),
    ("3.6", [100, 94, 47, 32]),
    ("3.3", [17, 16, 6425, 6425]),
    ("3.4", [293, 282, 282, 282]),
    ("3.2", [7231, 7121, 7552, 7340]),
    ("4.1", [209, 199, 138, 120]),
    ("2.1bis", [10, 9, 7, 7]),
    ("3.7", [2287, 2184, 1643, 1600]),
    ("3.11", [13, 12, 12, 12]),
    ("4.2bis", [59, 58, 39, 32]),
    ("4.5", [17, 17, 13, 9]),
    ("4.6", [66, 63, 46, 40]),
    ("5.2", [93, 88, 74, 69]),
    ("4.2", [724, 702, 589, 575]),
    ("3.5", [310, 301, 142, 136]),
];

/// What R1, R2, R3, R4.1 and R4.2 say.
pub(crate) const RELEASED: [Line<5>; 15] = [
    ("1.3", [0, 0, 9, 20, 20]),
    ("3.6", [6, 15, 24, 32, 32]),
    ("3.3", [410, 1435, 4105, 6425, 6425]),
    ("3.4", [12, 72, 174, 282, 282]),
    ("3.2", [430, 1710, 4320, 7340, 7340]),
    ("4.1", [6, 29, 66, 120, 120]),
    ("2.1bis", [0, 2, 4, 7, 7]),
    ("3.7", [159, 479, 942, 1643, 1600]),
    ("3.11", [1, 4, 8, 12, 12]),
    ("4.2bis", [3, 11, 21, 32, 32]),
    ("4.5", [1, 3, 6, 9, 9]),
    ("4.6", [2, 12, 26, 40, 40]),
    ("5.2", [6, 20, 42, 69, 69]),
    ("4.2", [30, 160, 387, 575, 575]),
    ("3.5", [0, 20, 70, 136, 136]),
];

const COUNTRIES: [&str; 9] = ["DJ", "ER", "ET", "KE", "SD", "SO", "SS", "UG", "REG"];
const BY_COUNTRY: [Line<9>; 14] = [
    ("1.3", [4, 0, 8, 2, 6, 0, 0, 0, 0]),
    ("3.6", [3, 1, 6, 6, 5, 4, 3, 3, 1]),
    ("3.3", [750, 0, 2200, 1200, 1285, 600, 180, 210, 0]),
    ("3.4", [104, 0, 10, 27, 71, 58, 12, 0, 0]),
    ("3.2", [2310, 40, 1905, 215, 1180, 1420, 150, 120, 0]),
    ("4.1", [8, 4, 22, 34, 14, 14, 8, 16, 0]),
    ("2.1bis", [1, 0, 2, 1, 2, 1, 0, 0, 0]),
    ("3.7", [98, 87, 362, 389, 321, 185, 76, 82, 0]),
    ("3.11", [1, 0, 3, 3, 2, 1, 1, 1, 0]),
    ("4.2bis", [3, 0, 5, 7, 5, 5, 3, 4, 0]),
    ("4.5", [2, 1, 5, 4, 2, 3, 1, 2, 0]),
    ("4.6", [3, 0, 8, 8, 7, 6, 4, 3, 1]),
    ("5.2", [6, 1, 14, 13, 11, 8, 6, 6, 4]),
    ("4.2", [54, 0, 110, 137, 89, 61, 77, 47, 0]),
];

const PARTNERS: [&str; 7] = ["A", "B", "C", "D", "E", "F", "G"];
const BY_PARTNER: [Line<7>; 15] = [
    ("1.3", [14, 0, 0, 0, 6, 0, 0]),
    ("3.6", [11, 3, 1, 2, 11, 4, 0]),
    ("3.3", [2200, 1225, 0, 0, 3000, 0, 0]),
    ("3.4", [0, 0, 0, 0, 282, 0, 0]),
    ("3.2", [2200, 0, 0, 0, 5140, 0, 0]),
    ("4.1", [22, 0, 12, 0, 86, 0, 0]),
    ("2.1bis", [5, 0, 0, 0, 2, 0, 0]),
    ("3.7", [338, 182, 113, 145, 513, 241, 68]),
    ("3.11", [3, 3, 0, 0, 6, 0, 0]),
    ("4.2bis", [4, 0, 6, 0, 13, 7, 2]),
    ("4.5", [3, 1, 0, 0, 3, 2, 0]),
    ("4.6", [13, 3, 0, 5, 13, 6, 0]),
    ("5.2", [24, 6, 3, 6, 20, 10, 0]),
    ("4.2", [0, 0, 142, 0, 297, 105, 31]),
    ("3.5", [38, 0, 0, 0, 98, 0, 0]),
];

const QUARTERS: [&str; 8] =
    ["2016-Q3", "2016-Q4", "2017-Q1", "2017-Q2", "2017-Q3", "2017-Q4", "2018-Q1", "2018-Q2"];
const BY_QUARTER: [Line<8>; 15] = [
    ("1.3", [0, 0, 0, 0, 4, 5, 5, 6]),
    ("3.6", [2, 4, 4, 5, 4, 5, 3, 5]),
    ("3.3", [0, 410, 675, 350, 940, 1730, 930, 1390]),
    ("3.4", [0, 12, 24, 36, 44, 58, 46, 62]),
    ("3.2", [120, 310, 520, 760, 1140, 1470, 1380, 1640]),
    ("4.1", [0, 6, 9, 14, 16, 21, 20, 34]),
    ("2.1bis", [0, 0, 1, 1, 1, 1, 2, 1]),
    ("3.7", [45, 114, 142, 178, 193, 258, 300, 370]),
    ("3.11", [0, 1, 2, 1, 2, 2, 2, 2]),
    ("4.2bis", [0, 3, 3, 5, 4, 6, 4, 7]),
    ("4.5", [0, 1, 1, 1, 1, 2, 1, 2]),
    ("4.6", [0, 2, 4, 6, 6, 8, 5, 9]),
    ("5.2", [2, 4, 6, 8, 10, 12, 12, 15]),
    ("4.2", [0, 30, 42, 88, 106, 121, 90, 98]),
    ("3.5", [0, 0, 6, 14, 20, 30, 28, 38]),
];

/// Of how many of the records behind R1, R2, R3, R4.1 and R4.2 no page was on file yet: those whose paper stays where it is, and
/// those scanned after the release was signed. Of every other figure's records none is on file.
const NOT_ON_FILE: [Line<5>; 6] = [
    ("3.3", [0, 0, 1, 1, 1]),
    ("4.1", [0, 4, 4 + 1, 4, 4]),
    ("2.1bis", [0, 0, 0, 0, 0]),
    ("3.7", [20, 24, 24, 24 + 43, 24]),
    ("3.11", [0, 0, 1, 1, 1]),
    ("4.2", [0, 0, 27 + 38, 27, 27]),
];

/// The computed figures of a command's answer, by code.
fn computed(arguments: &[&str]) -> BTreeMap<String, Value> {
    let figures = demonstration().json(arguments);
    let computed = figures.as_array().unwrap().iter().filter(|figure| figure["origin"] == "computed");
    computed.map(|figure| (figure["code"].as_str().unwrap().to_owned(), figure.clone())).collect()
}

/// The cells of a table of a figure, by code.
fn cells(figure: &Value, by: &str) -> BTreeMap<String, u64> {
    let tables = figure["tables"].as_array().unwrap();
    let table = tables.iter().find(|table| table["by"] == by).unwrap_or_else(|| panic!("{by} in {tables:?}"));
    let cells = table["cells"].as_array().unwrap().iter();
    cells.map(|cell| (cell["code"].as_str().unwrap().to_owned(), cell["value"].as_u64().unwrap())).collect()
}

fn assert_table<const N: usize>(by: &str, codes: &[&str; N], plan: &[Line<N>]) {
    let figures = computed(&["figures", "--preview", "--unprotected"]);
    for (code, numbers) in plan {
        let mut cells = cells(&figures[*code], by);
        for (name, number) in codes.iter().zip(numbers) {
            assert_eq!(cells.remove(*name).unwrap_or_default(), *number, "{code} {by}={name}");
        }
        assert!(cells.values().all(|rest| *rest == 0), "{code}: {cells:?}");
    }
}

#[test]
fn rows_verified_rows_and_sums_of_partners_are_other_numbers_than_the_figures() {
    let figures = computed(&["figures", "--preview"]);
    assert_eq!(figures.len(), ROAD.len());
    for (code, [received, verified, of_partners, value]) in ROAD {
        let figure = &figures[code];
        let chain = figure["chain"].as_array().unwrap();
        let stage = |name: &str| chain.iter().find(|stage| stage["stage"] == name);
        let remaining = |name: &str| stage(name).map(|stage| stage["remaining"].as_u64().unwrap());
        assert_eq!(remaining("received"), Some(received), "{code}");
        assert_eq!(remaining("verified"), Some(verified), "{code}");
        assert_eq!(figure["value"], json!(value), "{code}");
        let of_other_partners = stage("once_in_programme").map_or(0, |stage| {
            stage["left_out"].as_array().unwrap().iter().map(|reason| reason[1].as_u64().unwrap()).sum()
        });
        assert_eq!(value + of_other_partners, of_partners, "{code}");
        assert_eq!(chain.last().unwrap()["remaining"], json!(value), "{code}: the last stage is the figure");
    }
}

#[test]
fn every_release_says_of_every_figure_what_was_planned() {
    for (place, release) in ["R1.1", "R2.1", "R3.1", "R4.1", "R4.2"].into_iter().enumerate() {
        let figures = computed(&["figures", "--release", release]);
        for (code, values) in RELEASED {
            assert_eq!(figures[code]["value"], json!(values[place]), "{code} in {release}");
        }
    }
}

#[test]
fn a_release_says_of_how_many_records_the_document_was_on_file_when_it_was_signed() {
    for (place, release) in ["R1.1", "R2.1", "R3.1", "R4.1", "R4.2"].into_iter().enumerate() {
        for (code, figure) in computed(&["figures", "--release", release]) {
            let planned = NOT_ON_FILE.iter().find(|(planned, _)| *planned == code);
            let records = figure["records"].as_u64().unwrap();
            let on_file = planned.map_or(0, |(_, missing)| records.saturating_sub(missing[place]));
            assert_eq!(figure["documents_on_file"], json!(on_file), "{code} in {release}, of {records}");
        }
    }
}

#[test]
fn every_unit_stands_in_the_country_the_partner_and_the_quarter_where_it_was_counted_first() {
    assert_table("country", &COUNTRIES, &BY_COUNTRY);
    assert_table("partner", &PARTNERS, &BY_PARTNER);
    assert_table("quarter", &QUARTERS, &BY_QUARTER);
}

#[test]
fn years_of_every_kind_have_one_total_and_services_and_referrals_are_counted_beside() {
    let figures = computed(&["figures", "--preview", "--unprotected"]);
    for (code, figure) in &figures {
        for years in ["year_calendar", "year_ethiopian", "year_donor"] {
            assert_eq!(
                json!(cells(figure, years).values().sum::<u64>()),
                figure["value"],
                "{code} by {years}"
            );
        }
    }
    let protected = &figures["3.2"];
    let services = cells(protected, "services");
    assert_eq!((services.len(), services.values().sum::<u64>()), (8, 15_912));
    let referrals: Vec<u64> = cells(protected, "referrals").into_values().collect();
    assert_eq!(referrals, [902, 71, 153], "accepted, declined, no answer");
    assert_eq!(protected["head_counts"], json!({ "rows": 21, "persons": 840 }));
}

#[test]
fn units_that_stand_in_two_figures_are_known_and_the_sum_is_never_theirs() {
    for (figure, other, both, either) in
        [("3.7", "4.2", 88, 2087), ("3.6", "4.2bis", 19, 45), ("3.4", "3.5", 51, 364)]
    {
        let said = &demonstration().json(&["overlap", figure, other])["shared"][0];
        assert_eq!((&said["both"], &said["either"]), (&json!(both), &json!(either)), "{said}");
    }
}

#[test]
fn withdrawing_one_counted_row_moves_the_figures_of_its_register_and_no_other() {
    let figures = computed(&["figures", "--preview"]);
    let decided = demonstration().lines(&["decide", "list"]);
    let decided: BTreeSet<String> = texts(&decided, "a").into_iter().chain(texts(&decided, "b")).collect();
    for (code, figure) in &figures {
        let explained = demonstration().json(&["explain", code, "--left-out"]);
        let counted = explained["counted"].as_array().unwrap();
        let mut repeated = decided.clone();
        repeated.extend(texts(explained["left_out"].as_array().unwrap(), "unit"));
        let alone = counted.iter().find(|row| !repeated.contains(row["unit"].as_str().unwrap()));
        let Some(row) = alone else { panic!("{code}: every unit has two rows") };
        let effects = demonstration().json(&["what-if", "withdraw", row["id"].as_str().unwrap()]);
        let changed: BTreeMap<&str, (u64, u64)> = effects
            .as_array()
            .unwrap()
            .iter()
            .map(|change| {
                let number = |name: &str| change[name].as_u64().unwrap();
                (change["code"].as_str().unwrap(), (number("before"), number("after")))
            })
            .collect();
        let value = figure["value"].as_u64().unwrap();
        assert_eq!(changed[code.as_str()], (value, value - row["adds"].as_u64().unwrap()), "{code}: {row}");
        let others: Vec<&str> = changed.keys().copied().filter(|other| other != code).collect();
        let may_move = |other: &&str| matches!((code.as_str(), *other), ("3.3", "3.11") | ("3.11", "3.3"));
        assert!(others.iter().all(may_move), "{code}: {others:?}, which another register feeds");
    }
}

#[test]
fn verifying_a_row_that_waits_moves_the_figures_of_its_register_and_no_other() {
    let figures = computed(&["figures", "--preview"]);
    let mut moved = BTreeSet::new();
    for code in figures.keys() {
        let explained = demonstration().json(&["explain", code, "--left-out"]);
        let left_out = explained["left_out"].as_array().unwrap();
        let Some(row) = left_out.iter().find(|row| row["reason"] == "pending") else { continue };
        let id = row["id"].as_str().unwrap();
        let done = demonstration().run(&["--as", VERIFIER, "what-if", "verify", id, "--json"]);
        if done.code == 4 {
            assert!(done.notes.contains("needs"), "{done:?}");
            continue;
        }
        let changes: Value = serde_json::from_str(&done.out).unwrap();
        for change in changes.as_array().unwrap() {
            assert_eq!(change["code"], json!(code), "{row}");
            moved.insert(code.clone());
        }
    }
    assert!(moved.len() >= 8, "only {moved:?} have a row that waits and would count");
}

#[test]
fn rows_that_a_rule_leaves_out_are_explained_as_such() {
    let explained = demonstration().json(&["explain", "4.2", "--left-out"]);
    let by_rule = explained["left_out"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|row| row["reason"] == "rule" && row["country"] == "SS" && row["quarter"] == "2018-Q2");
    assert_eq!(by_rule.count(), 4, "local chiefs were there and are no staff");
}

#[test]
fn the_broadcasters_audience_is_in_no_figure_and_nobody_can_verify_it() {
    let explained = demonstration().json(&["explain", "3.3", "--left-out"]);
    let left_out = explained["left_out"].as_array().unwrap();
    let row = left_out.iter().find(|row| row["reason"] == "returned").unwrap();
    let folder = Folder::of_demonstration();
    let done = folder.run(&["--as", VERIFIER, "records", "verify", row["id"].as_str().unwrap()]);
    assert_eq!(done.code, 4, "{done:?}");
    assert_eq!(folder.preview("3.3")["value"], 6425);
}
