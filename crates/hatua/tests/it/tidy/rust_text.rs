//! Rust source as the rules read it: its string literals, its code without literals and comments, and where its tests
//! begin. It is no parser: it knows comments, literals and lifetimes, which is all that the rules need.

use super::{File, Tree};

/// A string literal, with the line on which it begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Literal {
    pub(super) line: usize,
    pub(super) value: String,
}

/// A Rust file, taken apart.
#[derive(Debug)]
pub(super) struct RustText {
    /// Its string literals, in order.
    pub(super) literals: Vec<Literal>,
    /// Its code, line by line, with comments and the contents of literals taken out.
    pub(super) code: Vec<String>,
    /// The line on which its tests begin; one past the last where it has none.
    pub(super) tests_from: usize,
}

impl RustText {
    /// Takes a text apart.
    pub(super) fn of(text: &str) -> Self {
        let mut reader = Reader {
            chars: text.chars().collect(),
            at: 0,
            line: 1,
            code: String::new(),
            literals: Vec::new(),
        };
        reader.read_all();
        let code: Vec<String> = reader.code.split('\n').map(str::to_owned).collect();
        let tests_from = tests_from(&code);
        Self { literals: reader.literals, code, tests_from }
    }

    /// The literals before the tests.
    pub(super) fn product_literals(&self) -> impl Iterator<Item = &Literal> {
        self.literals.iter().filter(|literal| literal.line < self.tests_from)
    }

    /// The code lines before the tests, numbered from 1.
    pub(super) fn product_code(&self) -> impl Iterator<Item = (usize, &str)> {
        self.code.iter().enumerate().map(|(i, line)| (i + 1, line.as_str())).take(self.tests_from - 1)
    }
}

/// Rust files of the product: under `src/`, and not only there for tests.
pub(super) fn product_files(tree: &Tree) -> impl Iterator<Item = &File> {
    let test_only = test_only_modules(tree);
    tree.ending(".rs").filter(move |file| {
        let stem = file.path.trim_end_matches(".rs");
        let is_test_only = |module: &String| stem == module || stem.starts_with(&format!("{module}/"));
        file.path.contains("/src/") && !test_only.iter().any(is_test_only)
    })
}

/// Paths without `.rs` of modules that are declared under `#[cfg(test)]` in a file of their own.
fn test_only_modules(tree: &Tree) -> Vec<String> {
    let mut modules = Vec::new();
    for file in tree.ending(".rs") {
        let is_door = ["mod", "lib", "main"].contains(&file.stem());
        let folder = if is_door { file.folder() } else { file.path.trim_end_matches(".rs") };
        let code = RustText::of(&file.text).code;
        for (first, second) in code.iter().zip(code.iter().skip(1)) {
            if first.trim() == "#[cfg(test)]"
                && let Some(name) = module_declared_in(second)
                && second.trim_end().ends_with(';')
            {
                modules.push(format!("{folder}/{name}"));
            }
        }
    }
    modules
}

/// The name in `mod name;`, `pub(crate) mod name {`.
pub(super) fn module_declared_in(line: &str) -> Option<&str> {
    let mut words = line.split_whitespace().skip_while(|word| word.starts_with("pub"));
    (words.next() == Some("mod")).then(|| words.next())?.map(|name| name.trim_end_matches([';', '{']))
}

fn tests_from(code: &[String]) -> usize {
    let begins = |pair: &[String]| {
        pair[0].trim() == "#[cfg(test)]" && module_declared_in(&pair[1]).is_some() && pair[1].contains('{')
    };
    code.windows(2).position(begins).map_or(code.len() + 1, |index| index + 1)
}

struct Reader {
    chars: Vec<char>,
    at: usize,
    line: usize,
    code: String,
    literals: Vec<Literal>,
}

impl Reader {
    fn read_all(&mut self) {
        while let Some(c) = self.peek(0) {
            let is_word_before =
                self.code.chars().next_back().is_some_and(|c| c.is_alphanumeric() || c == '_');
            match (c, self.peek(1)) {
                ('/', Some('/')) => self.line_comment(),
                ('/', Some('*')) => self.block_comment(),
                ('"', _) => self.string(),
                ('r', Some('"' | '#')) if !is_word_before || self.code.ends_with(['b', 'c']) => {
                    self.raw_string();
                }
                ('\'', _) => self.character_or_lifetime(),
                _ => self.keep(),
            }
        }
    }

    fn peek(&self, ahead: usize) -> Option<char> {
        self.chars.get(self.at + ahead).copied()
    }

    /// Goes one character on; line ends stay in the code, so that lines keep their numbers.
    fn skip(&mut self) -> Option<char> {
        let c = self.peek(0)?;
        self.at += 1;
        if c == '\n' {
            self.line += 1;
            self.code.push('\n');
        }
        Some(c)
    }

    fn keep(&mut self) {
        if let Some(c) = self.skip()
            && c != '\n'
        {
            self.code.push(c);
        }
    }

    fn line_comment(&mut self) {
        while self.peek(0).is_some_and(|c| c != '\n') {
            self.skip();
        }
    }

    fn block_comment(&mut self) {
        let mut depth = 0;
        loop {
            match (self.peek(0), self.peek(1)) {
                (Some('/'), Some('*')) => depth += 1,
                (Some('*'), Some('/')) => depth -= 1,
                (None, _) => return,
                _ => {
                    self.skip();
                    continue;
                }
            }
            self.skip();
            self.skip();
            if depth == 0 {
                return;
            }
        }
    }

    fn string(&mut self) {
        let line = self.line;
        let mut value = String::new();
        self.keep();
        while let Some(c) = self.skip() {
            match c {
                '"' => break,
                '\\' => self.escape(&mut value),
                _ => value.push(c),
            }
        }
        self.code.push('"');
        self.literals.push(Literal { line, value });
    }

    fn escape(&mut self, value: &mut String) {
        match self.skip() {
            Some('n') => value.push('\n'),
            Some('\n') => {
                while self.peek(0).is_some_and(char::is_whitespace) {
                    self.skip();
                }
            }
            Some(c) => value.push(c),
            None => {}
        }
    }

    fn raw_string(&mut self) {
        let hashes = self.chars[self.at + 1..].iter().take_while(|c| **c == '#').count();
        if self.peek(1 + hashes) != Some('"') {
            return self.keep(); // A raw identifier: `r#type`.
        }
        let line = self.line;
        for _ in 0..hashes + 2 {
            self.skip();
        }
        let end: Vec<char> = std::iter::once('"').chain(std::iter::repeat_n('#', hashes)).collect();
        let mut value = String::new();
        while self.at < self.chars.len() && !self.chars[self.at..].starts_with(&end) {
            value.extend(self.skip());
        }
        self.at = (self.at + end.len()).min(self.chars.len());
        self.code.push_str("\"\"");
        self.literals.push(Literal { line, value });
    }

    fn character_or_lifetime(&mut self) {
        let is_character = self.peek(1) == Some('\\') || self.peek(2) == Some('\'');
        self.keep();
        if !is_character {
            return;
        }
        if self.skip() == Some('\\') {
            self.skip();
        }
        while self.skip().is_some_and(|c| c != '\'') {}
        self.code.push('\'');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn literals(text: &str) -> Vec<(usize, String)> {
        RustText::of(text).literals.into_iter().map(|literal| (literal.line, literal.value)).collect()
    }

    #[test]
    fn literals_are_found_with_their_lines_and_comments_are_not() {
        let text = "let a = \"one\"; // \"not this\"\n/* \"nor\n /* \"this\" */ */ let b = r#\"two \"2\"\"#;\nlet c = b\"three\";";
        let expected =
            [(1, "one"), (3, "two \"2\""), (4, "three")].map(|(line, value)| (line, value.to_owned()));
        assert_eq!(literals(text), expected);
    }

    #[test]
    fn quotes_in_characters_and_lifetimes_begin_no_literal() {
        let text = "fn f<'a>(c: &'a str) { m('\"', '\\'', '\\\\', '\\u{22}', \"x\") }";
        assert_eq!(literals(text), [(1, "x".to_owned())]);
    }

    #[test]
    fn escapes_are_read_and_a_continued_line_is_one_literal() {
        assert_eq!(
            literals("f(\"a \\\"b\\\" \\\n    c\\n\", br\"d\\\")"),
            [(1, "a \"b\" c\n".to_owned()), (2, "d\\".to_owned())]
        );
    }

    #[test]
    fn a_raw_identifier_is_no_literal() {
        assert_eq!(literals("let r#type = for_r(\"x\");"), [(1, "x".to_owned())]);
    }

    #[test]
    fn code_keeps_its_lines_and_loses_words() {
        let text = RustText::of("let a = \"std::fs\";\n// std::fs\nuse std::fmt;\n");
        assert_eq!(text.code, ["let a = \"\";", "", "use std::fmt;", ""]);
    }

    #[test]
    fn tests_begin_at_their_module() {
        let text = RustText::of(
            "use x;\n#[cfg(test)]\nuse y;\n#[cfg(test)]\nmod fixture;\n#[cfg(test)]\nmod tests {\n}\n",
        );
        assert_eq!(text.tests_from, 6);
        assert_eq!(RustText::of("a\nb").tests_from, 3);
    }

    #[test]
    fn a_module_that_is_only_for_tests_is_not_of_the_product() {
        let tree = Tree::of(&[
            ("crates/a/src/lib.rs", "#[cfg(test)]\nmod fixture;\nmod count;"),
            ("crates/a/src/fixture.rs", ""),
            ("crates/a/src/count.rs", "#[cfg(test)]\nmod cases;"),
            ("crates/a/src/count/cases.rs", ""),
            ("crates/a/tests/it.rs", ""),
        ]);
        let paths: Vec<&str> = product_files(&tree).map(|file| file.path.as_str()).collect();
        assert_eq!(paths, ["crates/a/src/lib.rs", "crates/a/src/count.rs"]);
    }
}
