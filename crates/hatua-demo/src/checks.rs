//! Whether the parts of `recipe.toml` hold together.

use std::collections::BTreeSet;

use hatua_core::id::{ColumnName, RegisterName};
use jiff::Timestamp;

use crate::error::DemoError;
use crate::filling::{Filling, PersonFact};
use crate::recipe::{Recipe, ReleasePlan, Rows, wrong};

impl Recipe {
    /// Refuses what contradicts itself.
    ///
    /// # Errors
    /// With the first contradiction.
    pub(crate) fn check(&self) -> Result<(), DemoError> {
        self.check_people()?;
        for plan in &self.units {
            plan.check()?;
        }
        self.check_partners()?;
        self.check_users()?;
        self.check_releases()
    }

    fn check_people(&self) -> Result<(), DemoError> {
        let people = &self.people;
        if people.half_days.is_empty() || people.half_days.contains(&0) {
            return Err(wrong("people.half_days", "list at least one length, and none of 0"));
        }
        if people.traits.iter().filter(|one| one.ages.is_some()).count() > 1 {
            return Err(wrong("people.trait", "one trait at most has `ages`: a person has one age"));
        }
        let known = |name: &String| people.traits.iter().any(|one| one.name == *name);
        for named in people.exactly.iter().map(|exactly| &exactly.name).chain([&people.staff.name]) {
            if !known(named) {
                return Err(wrong("people", &format!("`{named}` is no trait; add it as a [[people.trait]]")));
            }
        }
        for register in &people.registers {
            for (column, filling) in &register.columns {
                match filling {
                    Filling::Person(_) if register.rows == Rows::Events => {
                        let problem =
                            format!("`{column}` of `{}` is about a person, its rows are not", register.name);
                        return Err(wrong("people.register", &problem));
                    }
                    Filling::Person(PersonFact::Trait(name)) if !known(name) => {
                        return Err(wrong(
                            "people.register",
                            &format!("`{column}` is filled with no trait: `{name}`"),
                        ));
                    }
                    Filling::Person(_) | Filling::Event(_) | Filling::Text(_) => {}
                }
            }
        }
        Ok(())
    }

    fn check_partners(&self) -> Result<(), DemoError> {
        for (partner, sheets) in &self.partners {
            for (register, order) in &sheets.order {
                let key = format!("partner.{partner}.order.{register}");
                let planned = self.planned_columns(register);
                if planned.is_empty() {
                    return Err(wrong(&key, "no [[people.register]] or [[units.register]] has this name"));
                }
                if order.len() != planned.len() || order.iter().collect::<BTreeSet<_>>() != planned {
                    return Err(wrong(&key, "an order names each column of the register once"));
                }
            }
        }
        Ok(())
    }

    fn planned_columns(&self, register: &RegisterName) -> BTreeSet<&ColumnName> {
        let people = self.people.registers.iter().filter(|plan| plan.name == *register);
        let units = self.units.iter().flat_map(|plan| &plan.registers).filter(|plan| plan.name == *register);
        let of_people = people.flat_map(|plan| &plan.columns).map(|(column, _)| column);
        of_people.chain(units.flat_map(|plan| &plan.columns).map(|(column, _)| column)).collect()
    }

    fn check_users(&self) -> Result<(), DemoError> {
        let signers =
            self.releases.iter().flat_map(|release| release.signatures.iter().map(|signature| &signature.by));
        let deciders = self.units.iter().filter_map(|plan| plan.decided_by.as_ref());
        for named in signers.chain(deciders).chain([&self.checking.verifier, &self.pairs.by]) {
            if !self.users.iter().any(|user| user.email == *named) {
                return Err(wrong("user", &format!("`{named}` acts in the recipe but is no [[user]] of it")));
            }
        }
        let reasons = self.pairs.same.iter().map(|same| &same.reasons);
        let reasons = reasons.chain(self.pairs.prompt.iter().map(|prompt| &prompt.reasons));
        if reasons.chain(self.pairs.different.iter().map(|different| &different.reasons)).any(Vec::is_empty) {
            return Err(wrong("pairs", "each group of pairs has at least one reason"));
        }
        Ok(())
    }

    fn check_releases(&self) -> Result<(), DemoError> {
        if self.releases.is_empty() {
            return Err(wrong("release", "a demonstration issues at least one release"));
        }
        for release in &self.releases {
            let order: Vec<Timestamp> = release.signatures.iter().map(|signature| signature.at).collect();
            if order.is_empty() || !order.is_sorted() {
                let problem =
                    format!("R{}.{} needs signatures, the earlier first", release.number, release.revision);
                return Err(wrong("release.signatures", &problem));
            }
        }
        let place = |release: &ReleasePlan| (release.number, release.revision);
        let in_order = self.releases.is_sorted_by(|a, b| place(a) < place(b) && a.data_to <= b.data_to);
        if !in_order || self.releases[0].revision != 1 {
            return Err(wrong("release", "releases stand in order; the first issue of each has revision 1"));
        }
        Ok(())
    }
}
