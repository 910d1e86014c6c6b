//! Licence expressions (SPDX): whether one can be met with the licences that we accept. `OR` leaves the choice to us,
//! `AND` asks for both, `WITH` names an exception; the old `MIT/Apache-2.0` means `OR`.

/// A licence expression that cannot be read.
#[derive(Debug, PartialEq, Eq)]
pub struct Unreadable(String);

impl std::fmt::Display for Unreadable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Unreadable {}

/// Whether the expression can be met when only the licences that `accepts` are accepted. A licence with an exception is
/// asked for as one word pair (`Apache-2.0 WITH LLVM-exception`).
///
/// # Errors
/// When the expression is not one.
pub fn can_be_met(expression: &str, accepts: &impl Fn(&str) -> bool) -> Result<bool, Unreadable> {
    let mut words = Words { words: words_of(expression), next: 0 };
    let met = any_of(&mut words, accepts)?;
    match words.peek() {
        None => Ok(met),
        Some(word) => Err(Unreadable(format!("`{word}` stands where the expression should end"))),
    }
}

struct Words {
    words: Vec<String>,
    next: usize,
}

impl Words {
    fn peek(&self) -> Option<&str> {
        self.words.get(self.next).map(String::as_str)
    }

    fn take(&mut self) -> Option<String> {
        let word = self.words.get(self.next).cloned();
        self.next += 1;
        word
    }

    fn take_if(&mut self, wanted: &str) -> bool {
        let is_there = self.peek().is_some_and(|word| word.eq_ignore_ascii_case(wanted));
        if is_there {
            self.next += 1;
        }
        is_there
    }
}

fn words_of(expression: &str) -> Vec<String> {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    spaced.split_whitespace().map(str::to_owned).collect()
}

fn any_of(words: &mut Words, accepts: &impl Fn(&str) -> bool) -> Result<bool, Unreadable> {
    let mut met = all_of(words, accepts)?;
    while words.take_if("OR") {
        met |= all_of(words, accepts)?;
    }
    Ok(met)
}

fn all_of(words: &mut Words, accepts: &impl Fn(&str) -> bool) -> Result<bool, Unreadable> {
    let mut met = one(words, accepts)?;
    while words.take_if("AND") {
        met &= one(words, accepts)?;
    }
    Ok(met)
}

fn one(words: &mut Words, accepts: &impl Fn(&str) -> bool) -> Result<bool, Unreadable> {
    if words.take_if("(") {
        let met = any_of(words, accepts)?;
        return if words.take_if(")") {
            Ok(met)
        } else {
            Err(Unreadable("a bracket is not closed".to_owned()))
        };
    }
    let licence = licence(words)?;
    if words.take_if("WITH") {
        let exception = self::licence(words)?;
        return Ok(accepts(&format!("{licence} WITH {exception}")));
    }
    Ok(accepts(&licence))
}

fn licence(words: &mut Words) -> Result<String, Unreadable> {
    let is_name = |word: &str| {
        !["AND", "OR", "WITH"].contains(&word.to_ascii_uppercase().as_str())
            && word.chars().all(|c| c.is_ascii_alphanumeric() || "-.+:".contains(c))
    };
    match words.take() {
        Some(word) if is_name(&word) => Ok(word),
        Some(word) => Err(Unreadable(format!("`{word}` stands where a licence should be"))),
        None => Err(Unreadable("the expression ends where a licence should be".to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(expression: &str, is_met: bool) {
        let accepts =
            |licence: &str| ["MIT", "BSD-3-Clause", "Apache-2.0 WITH LLVM-exception"].contains(&licence);
        assert_eq!(can_be_met(expression, &accepts), Ok(is_met), "{expression}");
    }

    #[test]
    fn one_licence_is_accepted_or_not() {
        check("MIT", true);
        check("GPL-3.0-only", false);
    }

    #[test]
    fn or_leaves_the_choice_to_us() {
        check("GPL-2.0-only OR MIT", true);
        check("GPL-2.0-only/MIT", true);
        check("GPL-2.0-only OR LGPL-3.0-only", false);
    }

    #[test]
    fn and_asks_for_both() {
        check("MIT AND BSD-3-Clause", true);
        check("MIT AND GPL-3.0-only", false);
    }

    #[test]
    fn and_binds_before_or() {
        check("MIT OR GPL-3.0-only AND GPL-2.0-only", true);
        check("(MIT OR GPL-3.0-only) AND GPL-2.0-only", false);
        check("(GPL-3.0-only OR MIT) AND BSD-3-Clause", true);
    }

    #[test]
    fn an_exception_belongs_to_its_licence() {
        check("Apache-2.0 WITH LLVM-exception", true);
        check("Apache-2.0", false);
        check("MIT WITH LLVM-exception", false);
        check("Apache-2.0 WITH LLVM-exception OR GPL-2.0-only", true);
    }

    #[test]
    fn what_is_no_expression_is_refused_and_never_accepted() {
        for expression in
            ["", "MIT OR", "MIT MIT", "(MIT", "MIT)", "AND", "OR MIT", "MIT WITH", "MIT; rm", "()"]
        {
            assert!(can_be_met(expression, &|_| true).is_err(), "{expression}");
        }
    }
}
