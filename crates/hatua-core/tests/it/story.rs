//! What happened, told line by line as a programme's staff would note it, and the ledger's facts that it makes. The
//! tests write such lines and never build an entry by hand. A `#` begins a remark.
//!
//! ```text
//! fed       2024-01-10 VR-N NORTH Ami     a meal that a second person has verified; `pending` at its end: not yet
//! crowd     12 2024-01-10 VR-N NORTH Ami  the same for Ami-1 to Ami-12
//! delivery  2024-01-10 VR-N NORTH N-1     a delivery, with its id
//! row       stay 2024-01-10 NORTH Ami    a verified row of any register, about the unit of this name
//! verified  a · returned a · withdrawn a  what a second person did later with the row that `row=a` named; a name at
//!                                         the end says who
//! changed   a sex=M                       the row was sent again, with another value
//! same      NORTH/Ami SOUTH/Ami           a decision; likewise `different`, `unsure`, and `undone` for the last one
//! report    NORTH 2024-Q1                 a report came on the day after the quarter; `nil`: nothing to report
//! reason    pupils-fed Two lists were one the published reason, for the next draft
//! draft     R1.1 2024-06-30               the draft of a release and the last day of its facts
//! signed    lead · issue                  what happens with that draft
//! issued    R1.1 2024-06-30               drafted, signed by the lead and by the auditor, and issued
//! ```
//!
//! Values of a row follow as `column=value` (`sex=` is a blank cell); also `by=` and `checked=` (who entered and who verified it).

use std::collections::BTreeMap;

use hatua_core::access::Role;
use hatua_core::id::{ColumnName, DecisionId, DocumentId, FileId, RecordId, UnitId, UserId};
use hatua_core::identity::{decide, undo};
use hatua_core::ledger::{Act, Entry, Verdict};
use hatua_core::programme::{Programme, read};
use hatua_core::record::{Facts, FieldRecord, RowPlace, Value, Values};
use hatua_core::release::{
    Draft, DraftRequest, ReleaseId, draft, issue_release, records_behind_changes, sign, signatures_under,
};
use hatua_core::verify::{JoinedRow, References, accept, give_back, withdraw};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::folder::school_meals;

/// Who acts: name, role, organisation.
const PEOPLE: [(&str, Role, &str); 7] = [
    ("clerk", Role::FieldOfficer, "Kitchens of the North"),
    ("checker", Role::Verifier, "Ministry of Education"),
    ("lead", Role::ConsortiumLead, "Kitchens of the North"),
    ("deputy", Role::ConsortiumLead, "Kitchens of the South"),
    ("insider", Role::Verifier, "Kitchens of the North"),
    ("auditor", Role::Verifier, "Court of Audit"),
    ("donor", Role::ProgrammeManager, "Donor"),
];

/// What has been told so far.
#[derive(Debug, Clone)]
pub struct Story {
    /// The programme whose rules hold.
    pub programme: Programme,
    /// What the ledger says.
    pub facts: Facts,
    /// The draft that was told last.
    pub draft: Option<Draft>,
    reasons: BTreeMap<String, String>,
    counted: Option<(Facts, Date)>,
    issued: Option<(Facts, Date)>,
}

/// The school meals, with every table open and no cell too small: what is counted shows as it is.
pub fn open_programme() -> Programme {
    let mut programme = read(&school_meals()).unwrap();
    let policy = &mut programme.disclosure;
    policy.k = 1;
    policy.tables = programme.indicators.iter().map(|indicator| indicator.slug.clone()).collect();
    policy.one_way = programme.dimensions.iter().map(|dimension| dimension.name.clone()).collect();
    policy.each = vec!["district".parse().unwrap()];
    let late = programme.indicators.last_mut().unwrap();
    late.by = vec!["district".parse().unwrap()];
    programme
}

impl Story {
    /// A programme in which only its users are known.
    pub fn new(programme: Programme) -> Self {
        let (facts, reasons) = (Facts::default(), BTreeMap::new());
        let mut story = Self { programme, facts, draft: None, reasons, counted: None, issued: None };
        for (name, role, organisation) in PEOPLE {
            let (user, organisation) = (UserId(uuid(name)), organisation.to_owned());
            story.enter("lead", Act::UserAdded { user, role, organisation, partner: None, country: None });
        }
        story
    }

    /// Everything that the lines tell.
    pub fn told(programme: Programme, lines: &str) -> Self {
        let mut story = Self::new(programme);
        for line in lines.lines() {
            story.tell(line).unwrap_or_else(|refusal| panic!("{line}: {refusal}"));
        }
        story
    }

    /// One line; an error is what the rules answer to the person who tried.
    pub fn tell(&mut self, line: &str) -> Result<(), String> {
        let line = line.split('#').next().unwrap_or_default();
        let words: Vec<&str> = line.split_whitespace().collect();
        match words.as_slice() {
            [] => {}
            ["fed", day, district, partner, name, rest @ ..] => {
                self.fed((day, district, partner, name), rest)?;
            }
            ["crowd", how_many, day, district, partner, name, rest @ ..] => {
                for number in 1..=how_many.parse().unwrap() {
                    self.fed((day, district, partner, &format!("{name}-{number}")), rest)?;
                }
            }
            ["delivery", day, district, partner, id, rest @ ..] => {
                let told = format!("delivery_id={id} day={day} district={district} note=Signed");
                self.row("delivery", (partner, id), &told, rest)?;
            }
            ["row", register, day, partner, name, rest @ ..] => {
                self.row(register, (partner, name), &format!("day={day}"), rest)?;
            }
            [act @ ("verified" | "returned" | "withdrawn"), row] => self.checked(act, row, "checker")?,
            [act @ ("verified" | "returned" | "withdrawn"), row, by] => self.checked(act, row, by)?,
            ["changed", row, rest @ ..] => {
                let mut record = self.facts.records[&RecordId(uuid(row))].record.clone();
                record.values.extend(values(rest));
                self.enter("clerk", Act::RecordChanged(record));
            }
            [verdict @ ("same" | "different" | "unsure"), a, b] => self.decided(verdict, a, b)?,
            ["undone"] => {
                let last = self.facts.standing_decisions().last().unwrap().id;
                self.enter(
                    "lead",
                    undo(&self.facts, last, "A mistake.").map_err(|refusal| refusal.to_string())?,
                );
            }
            ["report", partner, quarter, rest @ ..] => self.reported(partner, quarter, rest == ["nil"]),
            ["reason", slug, reason @ ..] => {
                self.reasons.insert((*slug).to_owned(), reason.join(" "));
            }
            ["draft", release, until] => self.drafted(release, until)?,
            ["signed", name] => self.signed(name)?,
            ["issue"] => self.issue()?,
            ["issued", release, until] => {
                self.drafted(release, until)?;
                self.signed("lead")?;
                self.signed("auditor")?;
                self.issue()?;
            }
            _ => panic!("`{line}` tells nothing that is known here"),
        }
        Ok(())
    }

    /// The draft that was told last, or that of all facts.
    pub fn last_draft(&self) -> Draft {
        self.draft.clone().unwrap_or_else(|| {
            let number = self.facts.releases.last().map_or(1, |last| last.id.number + 1);
            let id = ReleaseId { number, revision: 1 };
            draft(&self.programme, &self.facts, &self.request(id, self.programme.ends)).unwrap()
        })
    }

    fn fed(
        &mut self,
        (day, district, partner, name): (&str, &str, &str, &str),
        rest: &[&str],
    ) -> Result<(), String> {
        let told = format!("day={day} district={district} meals=1");
        self.row("pupil", (partner, name), &told, rest)
    }

    /// A row with its values, entered by the clerk and verified by the checker unless the line says otherwise.
    fn row(
        &mut self,
        register: &str,
        (partner, name): (&str, &str),
        told: &str,
        rest: &[&str],
    ) -> Result<(), String> {
        let option = |wanted: &str| {
            rest.iter()
                .filter_map(|word| word.split_once('='))
                .find(|(key, _)| *key == wanted)
                .map(|found| found.1)
        };
        let mut values = values(&told.split(' ').collect::<Vec<_>>());
        values.extend(self::values(rest));
        values.retain(|_, value| *value != Value::Text(String::new()));
        let day = values[&"day".parse::<ColumnName>().unwrap()].to_string();
        let row = option("row").map_or_else(|| format!("{partner}/{name}/{day}"), ToOwned::to_owned);
        let record = RecordId(uuid(&row));
        assert!(!self.facts.records.contains_key(&record), "two rows are called {row}: give one a `row=`");
        let record = FieldRecord {
            record,
            unit: UnitId(uuid(&format!("{partner}/{name}"))),
            register: register.parse().unwrap(),
            partner: partner.parse().unwrap(),
            document: DocumentId::new(&row).unwrap(),
            place: RowPlace { file: FileId(uuid(partner)), sheet: None, row: 1 },
            values,
            vault_hash: None,
        };
        self.enter(option("by").unwrap_or("clerk"), Act::RecordImported(record));
        if rest.contains(&"pending") {
            return Ok(());
        }
        self.checked("verified", &row, option("checked").unwrap_or("checker"))
    }

    fn checked(&mut self, act: &str, row: &str, by: &str) -> Result<(), String> {
        let state = &self.facts.records[&RecordId(uuid(row))];
        let act = match act {
            "verified" => {
                let register = &self.programme.registers[&state.record.register];
                let references = References::new(&self.programme, &self.facts);
                let joined = JoinedRow::new(&state.record, &self.programme, &references);
                accept(state, register, &joined, UserId(uuid(by)), self.programme.ends)
            }
            "returned" => give_back(state, "As the list says.", None, self.programme.ends),
            _ => withdraw(state, "As the list says."),
        };
        self.enter(by, act.map_err(|refusal| refusal.to_string())?);
        Ok(())
    }

    fn decided(&mut self, verdict: &str, a: &str, b: &str) -> Result<(), String> {
        let verdict = match verdict {
            "same" => Verdict::Same,
            "different" => Verdict::Different,
            _ => Verdict::Unsure,
        };
        let decision = DecisionId(uuid(&format!("{a} {b} {}", self.facts.decisions.len())));
        let units = (UnitId(uuid(a)), UnitId(uuid(b)));
        let act = decide(&self.programme, &self.facts, decision, units, (verdict, "Looked at both lists."));
        self.enter("lead", act.map_err(|refusal| refusal.to_string())?);
        Ok(())
    }

    fn reported(&mut self, partner: &str, quarter: &str, nil: bool) {
        let quarter: hatua_core::period::Quarter = quarter.parse().unwrap();
        let (partner, received_on) = (partner.parse().unwrap(), quarter.next().first_day());
        self.enter("clerk", Act::ReportReceived { partner, quarter, nil, received_on });
    }

    fn request(&self, id: ReleaseId, data_to: Date) -> DraftRequest {
        let reasons =
            self.reasons.iter().map(|(slug, reason)| (slug.parse().unwrap(), reason.clone())).collect();
        DraftRequest { id, data_to, reasons }
    }

    fn drafted(&mut self, release: &str, until: &str) -> Result<(), String> {
        let until = until.parse().unwrap();
        let request = self.request(release.to_owned().try_into().unwrap(), until);
        self.draft =
            Some(draft(&self.programme, &self.facts, &request).map_err(|refusal| refusal.to_string())?);
        self.counted = Some((self.facts.clone(), until));
        self.reasons.clear();
        Ok(())
    }

    fn signed(&mut self, name: &str) -> Result<(), String> {
        let (now, until) = self.counted.as_ref().unwrap();
        let before = self.issued.as_ref().map(|(facts, until)| (facts, *until));
        let behind = records_behind_changes(&self.programme, before, (now, *until)).unwrap();
        let act = sign(self.draft.as_ref().unwrap(), &self.facts, &behind, UserId(uuid(name)));
        self.enter(name, act.map_err(|refusal| refusal.to_string())?);
        Ok(())
    }

    fn issue(&mut self) -> Result<(), String> {
        let draft = self.draft.clone().unwrap();
        let signatures = signatures_under(&draft, &self.facts).map_err(|refusal| refusal.to_string())?;
        let release = issue_release(draft, signatures, self.counted.as_ref().unwrap().1);
        self.enter("lead", Act::ReleaseIssued(Box::new(release)));
        (self.issued, self.draft) = (self.counted.take(), None);
        Ok(())
    }

    /// Appends an act: written as an entry, read back, folded.
    fn enter(&mut self, actor: &str, act: Act) {
        let sequence = self.facts.size;
        let at = Timestamp::UNIX_EPOCH + SignedDuration::from_secs(i64::try_from(sequence).unwrap());
        let written = Entry { sequence, at, actor: UserId(uuid(actor)), act };
        let read = Entry::from_bytes(&written.to_bytes().unwrap()).unwrap();
        assert_eq!(read, written, "an entry says the same when it is read back");
        self.facts.apply(read).unwrap();
    }
}

/// The id of whatever has this name: the same in every story and in every order of telling.
pub fn uuid(name: &str) -> Uuid {
    let hash: [u8; 32] = Sha256::digest(name.as_bytes()).into();
    Uuid::from_slice(&hash[..16]).unwrap()
}

/// The columns among the words of a line.
fn values(words: &[&str]) -> Values {
    let of_the_line = ["row", "by", "checked"];
    let told =
        words.iter().filter_map(|word| word.split_once('=')).filter(|(key, _)| !of_the_line.contains(key));
    told.map(|(key, text)| {
        let value = match (text.parse::<i64>(), text.parse::<Date>()) {
            (Ok(number), _) => Value::Integer(number),
            (_, Ok(day)) => Value::Date(day),
            _ if text == "yes" => Value::Boolean(true),
            _ => Value::Text(text.to_owned()),
        };
        let column = if key == "from" {
            "delivery"
        } else if key == "age" {
            "age_years"
        } else {
            key
        };
        (column.parse().unwrap(), value)
    })
    .collect()
}
