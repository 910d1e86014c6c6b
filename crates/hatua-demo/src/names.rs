//! `names.csv`: lists of common given and family names, from which invented people are composed. No two people get the
//! same two names, in whichever order, unless the recipe wants them to.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use crate::draw::Draw;
use crate::error::DemoError;
use crate::files;

const FILE: &str = "names.csv";

/// Whether a name is a person's own or the family's (or the father's).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Part {
    Given,
    Family,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    part: Part,
    name: String,
    /// The code of the trait that names follow; empty for all.
    code: String,
    countries: String,
    variant: Option<String>,
    other_script: Option<String>,
}

/// A person's two names.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct FullName {
    pub(crate) given: String,
    pub(crate) family: String,
}

/// The lists, and the names that are taken.
pub(crate) struct Names {
    lines: Vec<Line>,
    variants: BTreeMap<String, String>,
    other_script: BTreeMap<String, String>,
    taken: BTreeSet<[String; 2]>,
}

/// How often a drawn name may be taken already before the lists are said to be used up.
const TRIES_MAX: usize = 5_000;

impl Names {
    /// Reads the lists.
    ///
    /// # Errors
    /// When a line can't be read.
    pub(crate) fn read(recipe: &BTreeMap<String, Vec<u8>>) -> Result<Self, DemoError> {
        let lines: Vec<Line> = files::table(recipe, FILE)?.into_iter().map(|(_, line)| line).collect();
        let spelled = |spelling: fn(&Line) -> &Option<String>| {
            lines.iter().filter_map(|line| Some((line.name.clone(), spelling(line).clone()?))).collect()
        };
        let variants = spelled(|line| &line.variant);
        let other_script = spelled(|line| &line.other_script);
        Ok(Self { lines, variants, other_script, taken: BTreeSet::new() })
    }

    /// Draws a name that nobody has, for a country and, where it is known, for one code of the trait that names follow.
    /// With `spelled_twice`, one of the two names has a second spelling.
    ///
    /// # Errors
    /// When the lists are used up.
    pub(crate) fn draw(
        &mut self,
        draw: &mut Draw,
        country: &str,
        code: Option<&str>,
        spelled_twice: bool,
    ) -> Result<FullName, DemoError> {
        let given = self.list(Part::Given, country, code);
        let family = self.list(Part::Family, country, None);
        for _ in 0..TRIES_MAX {
            let (Some(given), Some(family)) = (draw.pick(&given), draw.pick(&family)) else { break };
            let name = FullName { given: given.clone(), family: family.clone() };
            let wanted = !spelled_twice || self.variant(&name).is_some();
            if wanted && name.given != name.family && self.taken.insert(name.key()) {
                return Ok(name);
            }
        }
        Err(DemoError::NamesUsedUp { country: country.to_owned() })
    }

    /// The same name in another spelling, if one of its parts has one.
    pub(crate) fn variant(&self, name: &FullName) -> Option<FullName> {
        match (self.variants.get(&name.given), self.variants.get(&name.family)) {
            (Some(given), _) => Some(FullName { given: given.clone(), family: name.family.clone() }),
            (None, Some(family)) => Some(FullName { given: name.given.clone(), family: family.clone() }),
            (None, None) => None,
        }
    }

    /// The same name in another script, if both parts have one.
    pub(crate) fn other_script(&self, name: &FullName) -> Option<FullName> {
        let spelled = |part: &String| self.other_script.get(part).cloned();
        Some(FullName { given: spelled(&name.given)?, family: spelled(&name.family)? })
    }

    fn list(&self, part: Part, country: &str, code: Option<&str>) -> Vec<String> {
        let fits = |line: &&Line| {
            line.part == part
                && line.countries.split_whitespace().any(|listed| listed == country)
                && code.is_none_or(|code| line.code.is_empty() || line.code == code)
        };
        self.lines.iter().filter(fits).map(|line| line.name.clone()).collect()
    }
}

impl FullName {
    /// The two names in the order of the alphabet, so that a swap is no other name.
    pub(crate) fn key(&self) -> [String; 2] {
        let mut parts = [self.given.to_lowercase(), self.family.to_lowercase()];
        parts.sort();
        parts
    }

    /// Given and family name in each other's place.
    pub(crate) fn swapped(&self) -> Self {
        Self { given: self.family.clone(), family: self.given.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draw::Purpose;

    fn names() -> Names {
        let text = "part,name,code,countries,variant,other_script\n\
                    given,Ada,F,XX YY,Adda,\ngiven,Bo,M,XX,,\nfamily,Ada,,XX,,\nfamily,Cem,,XX,,\n";
        Names::read(&BTreeMap::from([(FILE.to_owned(), text.as_bytes().to_vec())])).unwrap()
    }

    #[test]
    fn nobody_gets_a_name_that_somebody_has_and_a_used_up_list_says_so() {
        let mut names = names();
        let mut draw = Draw::new([1; 32], Purpose::Cards);
        let drawn: BTreeSet<FullName> =
            (0..3).map(|_| names.draw(&mut draw, "XX", None, false).unwrap()).collect();
        assert_eq!(drawn.len(), 3, "Ada Cem, Bo Ada, Bo Cem; never Ada Ada");
        let error = names.draw(&mut draw, "XX", None, false).unwrap_err();
        assert!(error.to_string().contains("no unused name is left for `XX`"));
    }

    #[test]
    fn a_given_name_follows_its_code() {
        let mut draw = Draw::new([2; 32], Purpose::Cards);
        assert_eq!(names().draw(&mut draw, "XX", Some("F"), true).unwrap().given, "Ada");
        assert!(names().draw(&mut draw, "YY", Some("M"), false).is_err());
    }

    #[test]
    fn a_name_with_a_second_spelling_is_spelled_differently_once() {
        let name = FullName { given: "Ada".into(), family: "Cem".into() };
        assert_eq!(names().variant(&name).unwrap(), FullName { given: "Adda".into(), family: "Cem".into() });
        assert_eq!(name.key(), name.swapped().key());
    }
}
