//! Templates loop, test whether something is there, and print strings that are ready; the words of a page come from the text
//! files, and what a page looks like from its style sheet.

use super::{Breach, File, Tree};

const LOGIC: &str = "templates hold no logic";
const WORDS: &str = "templates hold no words of a language";
const STYLE: &str = "templates hold no style, script or event handler";

/// Attributes that a person reads or hears.
const SPOKEN: [&str; 6] =
    ["alt", "aria-description", "aria-label", "aria-roledescription", "placeholder", "title"];
/// The same in every language: the product's name, and the shorthand for what is not a number (its key stands below the table).
const NO_WORDS: [&str; 6] = ["Hatua", "[c]", "[p]", "[r]", "[x]", "[z]"];
/// Stands in for a tag or an expression of the template, so that what is around it keeps its place.
const HOLE: char = '\u{1}';

/// Only loops, tests for presence, inclusion and inheritance; only strings that are ready; nothing inline.
pub(super) fn templates_hold_no_logic(tree: &Tree) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for file in templates(tree) {
        let parts = Parts::of(&file.text);
        for (line, tag) in parts.tags.iter().filter(|(_, tag)| !is_allowed_tag(tag)) {
            breaches.push(file.breach(*line, LOGIC, format!("`{{% {tag} %}}`: build it in the page's view")));
        }
        for (line, expression) in parts.expressions.iter().filter(|(_, expression)| !is_ready(expression)) {
            breaches.push(file.breach(
                *line,
                LOGIC,
                format!("`{{{{ {expression} }}}}`: build it in the page's view"),
            ));
        }
        for element in &parts.elements {
            if let Some(part) = element.inline_part() {
                breaches.push(file.breach(
                    element.line,
                    STYLE,
                    format!("`{part}`: no policy of ours lets it run"),
                ));
            }
        }
    }
    breaches
}

/// No letter outside tags and expressions, none in an attribute that a person reads.
pub(super) fn templates_hold_no_words(tree: &Tree) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for file in templates(tree) {
        let parts = Parts::of(&file.text);
        for (line, text) in parts.text.lines().enumerate() {
            if has_words(text) {
                let shown = text.replace(HOLE, " ");
                breaches.push(file.breach(
                    line + 1,
                    WORDS,
                    format!("`{}`: put it into text/*.ftl", shown.trim()),
                ));
            }
        }
        for element in &parts.elements {
            for (name, value) in element.attributes() {
                if SPOKEN.contains(&name.as_str()) && has_words(&value) {
                    breaches.push(file.breach(
                        element.line,
                        WORDS,
                        format!("`{name}=\"{value}\"`: put it into text/*.ftl"),
                    ));
                }
            }
        }
    }
    breaches
}

fn templates(tree: &Tree) -> impl Iterator<Item = &File> {
    tree.files.iter().filter(|file| {
        file.path.starts_with("crates/")
            && ["/templates/", "/components/"].iter().any(|folder| file.path.contains(folder))
            && ["html", "xml", "svg", "txt"].contains(&file.ending())
    })
}

fn has_words(text: &str) -> bool {
    let text = NO_WORDS.iter().fold(text.to_owned(), |text, word| text.replace(word, ""));
    let mut is_entity = false;
    text.chars().any(|c| {
        is_entity = c == '&' || (is_entity && c != ';');
        c.is_alphabetic() && !is_entity
    })
}

fn is_allowed_tag(tag: &str) -> bool {
    let (word, rest) = tag.split_once(char::is_whitespace).unwrap_or((tag, ""));
    let rest = rest.trim();
    match word {
        "else" => rest.is_empty() || is_test_for_presence(rest.trim_start_matches("if ")),
        "endfor" | "endif" | "endblock" | "block" | "extends" | "include" => true,
        "for" => rest.split_once(" in ").is_some_and(|(_, list)| is_ready(list.trim())),
        "if" => is_test_for_presence(rest),
        _ => false,
    }
}

/// `let Some(note) = row.note`.
fn is_test_for_presence(test: &str) -> bool {
    test.trim().strip_prefix("let ").and_then(|test| test.split_once('=')).is_some_and(|(pattern, value)| {
        pattern.trim().starts_with("Some(") && !value.starts_with('=') && is_ready(value.trim())
    })
}

/// A field of the view, perhaps with the one filter that says that it is HTML already.
fn is_ready(expression: &str) -> bool {
    let path = expression.strip_suffix("|safe").unwrap_or(expression).trim_end().trim_start_matches('&');
    !path.is_empty()
        && path
            .split('.')
            .all(|part| !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '_'))
}

/// An HTML element's opening tag, holes included.
struct Element {
    line: usize,
    tag: String,
}

impl Element {
    /// Its attributes with quoted values.
    fn attributes(&self) -> Vec<(String, String)> {
        let mut found = Vec::new();
        let mut rest = self.tag.as_str();
        while let Some((before, after)) = rest.split_once("=\"") {
            let Some((value, next)) = after.split_once('"') else { break };
            let name = before.rsplit(|c: char| c.is_whitespace() || c == HOLE).next().unwrap_or_default();
            found.push((name.to_lowercase(), value.to_owned()));
            rest = next;
        }
        found
    }

    fn inline_part(&self) -> Option<String> {
        let name: String = self.tag.chars().skip(1).take_while(char::is_ascii_alphanumeric).collect();
        if name.eq_ignore_ascii_case("style") {
            return Some("<style>".to_owned());
        }
        let attributes = self.attributes();
        if name.eq_ignore_ascii_case("script") && !attributes.iter().any(|(name, _)| name == "src") {
            return Some("<script> without a file".to_owned());
        }
        attributes.into_iter().map(|(name, _)| name).find(|name| name == "style" || name.starts_with("on"))
    }
}

/// A template, taken apart; every part knows its line.
struct Parts {
    tags: Vec<(usize, String)>,
    expressions: Vec<(usize, String)>,
    elements: Vec<Element>,
    /// What is left for a reader, on its own lines.
    text: String,
}

impl Parts {
    fn of(text: &str) -> Self {
        let mut parts =
            Self { tags: Vec::new(), expressions: Vec::new(), elements: Vec::new(), text: String::new() };
        let html = parts.take_template_parts(text);
        parts.take_elements(&html);
        parts
    }

    /// Takes the template's own tags, expressions and comments out; gives the HTML with holes.
    fn take_template_parts(&mut self, text: &str) -> String {
        let mut html = String::new();
        let mut rest = text;
        while let Some((at, close)) = next_opening(rest) {
            html.push_str(&rest[..at]);
            let line = html.matches('\n').count() + 1;
            let inside = &rest[at + 2..];
            let end = inside.find(close).unwrap_or(inside.len());
            let inner = inside[..end].trim_matches(['-', '+', '~']).trim().to_owned();
            html.push(HOLE);
            html.extend(inside[..end].chars().filter(|c| *c == '\n'));
            match close {
                "%}" => self.tags.push((line, inner)),
                "}}" => self.expressions.push((line, inner)),
                _ => {}
            }
            rest = inside.get(end + 2..).unwrap_or_default();
        }
        html + rest
    }

    /// Takes elements and comments out of HTML; what is left is text.
    fn take_elements(&mut self, html: &str) {
        let mut rest = html;
        while let Some(at) = rest.find('<') {
            self.text.push_str(&rest[..at]);
            let end = if rest[at..].starts_with("<!--") {
                rest[at..].find("-->").map_or(rest.len(), |end| at + end + 3)
            } else {
                at + end_of_element(&rest[at..])
            };
            let tag = &rest[at..end];
            let line = self.text.matches('\n').count() + 1;
            if tag.chars().nth(1).is_some_and(char::is_alphabetic) {
                self.elements.push(Element { line, tag: tag.to_owned() });
            }
            self.text.extend(tag.chars().filter(|c| *c == '\n'));
            rest = &rest[end..];
        }
        self.text.push_str(rest);
    }
}

/// Where the next part of the template begins, and what closes it.
fn next_opening(text: &str) -> Option<(usize, &'static str)> {
    [("{%", "%}"), ("{{", "}}"), ("{#", "#}")]
        .into_iter()
        .filter_map(|(open, close)| text.find(open).map(|at| (at, close)))
        .min()
}

fn end_of_element(text: &str) -> usize {
    let mut is_quoted = false;
    for (at, c) in text.char_indices() {
        match c {
            '"' => is_quoted = !is_quoted,
            '>' if !is_quoted => return at + 1,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::super::assert_caught;
    use super::*;

    const PATH: &str = "crates/hatua-publish/templates/a.html";

    fn tree(text: &str) -> Tree {
        Tree::of(&[(PATH, text)])
    }

    #[test]
    fn a_template_as_it_should_be_keeps_the_rules() {
        let text = "{% extends \"layout.html\" %}{# a note #}\n<!-- a note -->\n{%~ block main -%}\n<ul class=\"fs\" lang=\"fr\">
{% for row in page.rows %}<li{% if let Some(id) = row.id %} id=\"{{ id }}\"{% endif %} title=\"{{ row.title }}\"><b>{{ row.value }}</b>&nbsp;1 600
{%- if let Some(note) = row.note -%}{{ note|safe }}{% else %}{{row.none}}{% endif %}</li>{% endfor %}</ul>
{% include \"cite.html\" %}Hatua [x] {% endblock %}<script src=\"/x.js\" defer></script>";
        assert_eq!(templates_hold_no_logic(&tree(text)), []);
        assert_eq!(templates_hold_no_words(&tree(text)), []);
    }

    #[test]
    fn logic_is_caught() {
        for tag in [
            "if row.count > 5",
            "if row.is_shown",
            "match row",
            "let x = 1",
            "set x = 1",
            "macro m()",
            "filter upper",
            "else if row.is_x",
        ] {
            assert_caught(&templates_hold_no_logic(&tree(&format!("<p>\n{{% {tag} %}}</p>"))), PATH, 2, tag);
        }
        for tag in ["for row in rows.iter().rev()", "if let Some(x) = find(y)", "if let Shown(x) = y"] {
            assert_caught(&templates_hold_no_logic(&tree(&format!("\n{{%- {tag} -%}}"))), PATH, 2, tag);
        }
    }

    #[test]
    fn an_expression_that_computes_is_caught() {
        for expression in
            ["a + b", "row.value / 1000", "format(a)", "row.name|upper", "\"word\"", "rows.len()", "a == b"]
        {
            assert_caught(
                &templates_hold_no_logic(&tree(&format!("\n<p>{{{{ {expression} }}}}</p>"))),
                PATH,
                2,
                expression,
            );
        }
    }

    #[test]
    fn a_word_is_caught_in_the_text_and_where_it_is_spoken() {
        assert_caught(
            &templates_hold_no_words(&tree("<p>\n{{ value }} people trained</p>")),
            PATH,
            2,
            "people trained",
        );
        assert_caught(&templates_hold_no_words(&tree("<p\n>é</p>")), PATH, 2, "é");
        assert_caught(
            &templates_hold_no_words(&tree("\n<img src=\"a.svg\" alt=\"A road\">")),
            PATH,
            2,
            "A road",
        );
        assert_caught(
            &templates_hold_no_words(&tree("\n<nav aria-label=\"Menu {{ name }}\">")),
            PATH,
            2,
            "aria-label",
        );
    }

    #[test]
    fn inline_style_script_and_handlers_are_caught() {
        for element in ["<p style=\"color:red\">", "<style>", "<script>", "<a class=\"x\" onclick=\"go()\">"]
        {
            let breaches = templates_hold_no_logic(&tree(&format!("\n{element}")));
            assert_caught(&breaches, PATH, 2, "lets it run");
        }
    }
}
