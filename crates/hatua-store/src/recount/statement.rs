//! The statement that counts every figure of a release again, in SQL that `DuckDB` and `PostgreSQL` understand. It holds the
//! rules and no result. It exists for checking only: no page, export or command of ours takes a number from it.

use std::collections::BTreeMap;

use hatua_core::id::{ColumnName, RegisterName};
use hatua_core::programme::{ColumnKind, Condition, HeadCountSource, Indicator, Measure, Programme, Source};
use hatua_core::verify::Seen;
use jiff::civil::Date;

use super::predicate::{Columns, day, identifier, predicate, text_literal};
use super::sheet::Heading;

/// The programs that can run the statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Engine {
    /// Reads the Parquet files where they lie.
    DuckDb,
    /// Copies the CSV files into two temporary tables first.
    Postgres,
}

impl Engine {
    fn facts(self) -> &'static str {
        match self {
            Self::DuckDb => "read_parquet('facts.parquet')",
            Self::Postgres => "facts",
        }
    }

    fn decisions(self) -> &'static str {
        match self {
            Self::DuckDb => "read_parquet('decisions.parquet')",
            Self::Postgres => "decisions",
        }
    }
}

/// What the statement is made of.
pub(super) struct Counted<'a> {
    /// The programme as it was when the release was counted.
    pub(super) programme: &'a Programme,
    /// The last day of the period.
    pub(super) until: Date,
    /// The names and kinds of the facts' columns.
    pub(super) named: &'a BTreeMap<(RegisterName, Seen), (String, ColumnKind)>,
    /// The columns of the two files.
    pub(super) facts: &'a [Heading],
    /// The columns of the decisions.
    pub(super) decisions: &'a [Heading],
}

impl Counted<'_> {
    /// The whole file.
    pub(super) fn text(&self, engine: Engine, title: &str) -> String {
        let loading = match engine {
            Engine::DuckDb => String::new(),
            Engine::Postgres => {
                format!("{}{}", table("facts", self.facts), table("decisions", self.decisions))
            }
        };
        let computed: Vec<&Indicator> =
            self.programme.indicators.iter().filter(|indicator| indicator.is_computed()).collect();
        let figures: Vec<String> =
            computed.iter().enumerate().map(|(place, indicator)| self.figure(place + 1, indicator)).collect();
        format!(
            "-- {title}: every figure counted again from the records in this folder.\n\
             -- The rules stand here, and no result. README.txt says how to run it.\n\n\
             {loading}{}{}\n)\n\
             select indicator_code, value\nfrom figures\norder by place;\n",
            self.units(engine),
            figures.join("\n  union all\n"),
        )
    }

    /// Which units are one, and which records may count.
    fn units(&self, engine: Engine) -> String {
        let (facts, decisions) = (engine.facts(), engine.decisions());
        format!(
            "with recursive
-- A decision that two units are one links both ways.
pairs (unit, other) as (
  select unit_a, unit_b from {decisions} where verdict = 'same'
  union
  select unit_b, unit_a from {decisions} where verdict = 'same'
),
-- Whatever a unit reaches through such links is the same unit.
reached (unit, other) as (
  select unit, unit from pairs
  union
  select reached.unit, pairs.other
  from reached
  join pairs on pairs.unit = reached.other
),
unit_groups (unit, canonical) as (
  select unit, min(other)
  from reached
  group by unit
),
-- A record may count if a second person verified it and its day lies in the period.
verified as (
  select facts.*, coalesce(unit_groups.canonical, facts.unit_id) as unit
  from {facts} as facts
  left join unit_groups on unit_groups.unit = facts.unit_id
  where facts.status = 'verified'
    and facts.day between {} and {}
),
figures (place, indicator_code, value) as (
",
            day(self.programme.starts),
            day(self.until),
        )
    }

    fn figure(&self, place: usize, indicator: &Indicator) -> String {
        let rows = self.rows(indicator);
        let heads = indicator.head_counts.as_ref().map(|heads| self.heads(heads)).unwrap_or_default();
        let counted = match &indicator.measure {
            Measure::Distinct => {
                format!("select count(*) from (select distinct unit from verified where{rows}) as units")
            }
            Measure::Cases => format!("select count(*) from verified where{rows}"),
            Measure::Sum(_) => {
                format!("select {} from verified where{rows}", self.sum(indicator))
            }
        };
        let rule: String = indicator
            .rule_text
            .trim()
            .lines()
            // A carriage return would end the comment.
            .map(|line| format!("  -- {}", line.replace('\r', " ")).trim_end().to_owned() + "\n")
            .collect();
        let code = text_literal(indicator.code.as_str());
        format!("{rule}  select {place}, {code}, ({counted}\n  ){heads}")
    }

    /// The rows that the rule of an indicator is about and whose references stand.
    fn rows(&self, indicator: &Indicator) -> String {
        // As in the rules themselves, the first source of a register says which of its rows are meant, and a register of
        // rows that only have a number of persons is no other source.
        let mut known: Vec<&RegisterName> =
            indicator.head_counts.iter().map(|heads| &heads.register).collect();
        let mut parts = Vec::new();
        for source in &indicator.from {
            if !known.contains(&&source.register) {
                known.push(&source.register);
                parts.push(self.rows_of(source, &indicator.measure));
            }
        }
        if parts.is_empty() {
            return " false".to_owned();
        }
        format!("\n    {}", parts.join("\n    or "))
    }

    fn rows_of(&self, source: &Source, measure: &Measure) -> String {
        let except = source.except.as_ref();
        let amount = match measure {
            Measure::Sum(column) => Some(column),
            Measure::Distinct | Measure::Cases => None,
        };
        self.wanted(&source.register, (source.condition.as_ref(), except), amount)
    }

    /// The numbers of persons that are added to the persons who are known one by one.
    fn heads(&self, heads: &HeadCountSource) -> String {
        let wanted = self.wanted(&heads.register, (heads.condition.as_ref(), None), Some(&heads.sum));
        let persons = self.columns(&heads.register).own(&heads.sum).0;
        format!(
            " + (select cast(coalesce(sum({persons}), 0) as bigint) from verified where\n    {wanted}\n  )"
        )
    }

    /// The rows of one register that are meant: they fit, they are not excepted, they have the amount that is added up,
    /// and what they point to stands.
    fn wanted(
        &self,
        register: &RegisterName,
        (condition, except): (Option<&Condition>, Option<&Condition>),
        amount: Option<&ColumnName>,
    ) -> String {
        let columns = self.columns(register);
        let mut parts = vec![format!("register = {}", text_literal(register.as_str()))];
        parts.extend(condition.map(|condition| predicate(condition, columns)));
        parts.extend(except.map(|except| format!("not {}", predicate(except, columns))));
        parts.extend(amount.map(|column| format!("coalesce({} >= 0, false)", columns.own(column).0)));
        parts.extend(self.standing(columns));
        format!("({})", parts.join("\n      and "))
    }

    fn columns<'b>(&'b self, register: &'b RegisterName) -> Columns<'b> {
        Columns { register, named: self.named, today: self.until }
    }

    /// A row that a column points to is there and was not withdrawn.
    fn standing<'b>(&'b self, columns: Columns<'b>) -> impl Iterator<Item = String> + 'b {
        let of_register = self.named.keys().filter(move |(register, _)| register == columns.register);
        of_register.filter_map(move |(_, seen)| {
            let Seen::PointedStatus(through) = seen else { return None };
            let (pointing, status) = (columns.own(through).0, columns.named(seen.clone()).0);
            Some(format!("({pointing} is null or coalesce({status} <> 'withdrawn', false))"))
        })
    }

    fn sum(&self, indicator: &Indicator) -> String {
        let Measure::Sum(column) = &indicator.measure else { return String::new() };
        let added: Vec<String> =
            indicator.from.iter().map(|source| self.columns(&source.register).own(column).0).collect();
        format!("cast(coalesce(sum(coalesce({}, 0)), 0) as bigint)", added.join(", "))
    }
}

/// A temporary table, filled from the CSV file of the same name.
fn table(name: &str, headings: &[Heading]) -> String {
    let columns: Vec<String> = headings
        .iter()
        .map(|heading| format!("  {} {}", identifier(&heading.name), heading.plain.sql()))
        .collect();
    format!(
        "create temporary table {name} (\n{}\n);\n\\copy {name} from '{name}.csv' with (format csv, header true, encoding 'UTF8')\n\n",
        columns.join(",\n")
    )
}
