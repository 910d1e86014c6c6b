//! One register read by itself, without its package: from its TOML file, or from the same as JSON.

use std::collections::BTreeMap;

use super::file::{File, Names, Report};
use super::register::{RegisterScope, read_columns, read_register as read_whole};
use super::table::Document;
use super::value::Codes;
use crate::id::RegisterName;
use crate::programme::{Finding, Package, Register};

/// Reads the definition of one register: TOML, or JSON where the file's name ends in `.json`. Other registers, places
/// and organisations that it names are not known here and not checked; a definition without `unit` is about `row`s.
///
/// # Errors
/// Every mistake in the file, sorted by line and column; those of a JSON file stand at its start.
pub fn read_register(path: &str, bytes: &[u8]) -> Result<Register, Vec<Finding>> {
    let report = Report::default();
    let package = Package { files: [(path.to_owned(), bytes.to_vec())].into() };
    let register = File::open(&package, path, &report).and_then(|file| {
        if !path.to_lowercase().ends_with(".json") {
            return read_alone(&Document::parse(file));
        }
        let toml = toml_of(&file)?;
        read_alone(&Document::parse(File { text: &toml, ..file }).without_places())
    });
    let findings = report.into_findings();
    if findings.is_empty() {
        Ok(register.expect("what can't be read is a finding, and there is none"))
    } else {
        Err(findings)
    }
}

fn read_alone(document: &Document<'_>) -> Option<Register> {
    let root = document.root(&super::register::REGISTER_KEYS);
    let name: Option<RegisterName> = root.need("name", root.word("name"));
    let columns = read_columns(document, Codes::default());
    let name = name?;
    let names = Names::unread("unknown_register", "a register", "known registers");
    let registers = BTreeMap::from([(name.clone(), columns.clone())]);
    let scope = RegisterScope {
        names: &names,
        registers: &registers,
        rows: &BTreeMap::new(),
        partners: None,
        codes: Codes::default(),
    };
    read_whole(document, (&name, &columns), &scope)
}

/// The same object in the notation of TOML; a key with null is a key that is absent.
fn toml_of(file: &File<'_>) -> Option<String> {
    let json: serde_json::Value = match serde_json::from_str(file.text) {
        Ok(json) => json,
        Err(error) => {
            let lines = file.text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len);
            let at = lines.sum::<usize>() + error.column().saturating_sub(1);
            file.find(
                at,
                "json_syntax",
                format!("not JSON: {error}"),
                "one object, as RFC 8259 writes it".into(),
            );
            return None;
        }
    };
    let serde_json::Value::Object(mut fields) = json else {
        let help = "{ \"name\": ..., \"key\": [...], \"column\": [...] }".to_owned();
        file.find(0, "wrong_type", "the file is not an object".into(), help);
        return None;
    };
    fields.entry("unit").or_insert_with(|| "row".into());
    let lines = fields.iter().filter(|(_, value)| !value.is_null());
    let lines: Vec<String> =
        lines.map(|(key, value)| format!("{} = {}", quoted(key), inline(value))).collect();
    Some(lines.join("\n"))
}

fn inline(json: &serde_json::Value) -> String {
    match json {
        serde_json::Value::Null => "\"\"".to_owned(),
        serde_json::Value::Bool(answer) => answer.to_string(),
        serde_json::Value::Number(number) => number.to_string(),
        serde_json::Value::String(text) => quoted(text),
        serde_json::Value::Array(items) => {
            format!("[{}]", items.iter().map(inline).collect::<Vec<_>>().join(", "))
        }
        serde_json::Value::Object(fields) => {
            let present = fields.iter().filter(|(_, value)| !value.is_null());
            let pairs: Vec<String> =
                present.map(|(key, value)| format!("{} = {}", quoted(key), inline(value))).collect();
            format!("{{ {} }}", pairs.join(", "))
        }
    }
}

/// A text in the quotes of TOML; every control character is escaped.
fn quoted(text: &str) -> String {
    let escaped: String = text
        .chars()
        .map(|c| match c {
            '"' | '\\' => format!("\\{c}"),
            c if c.is_control() => format!("\\u{:04x}", u32::from(c)),
            c => c.to_string(),
        })
        .collect();
    format!("\"{escaped}\"")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programme::ColumnKind;

    const JSON: &str = r#"{ "name": "events", "key": ["event_id"], "column": [
        { "name": "event_id", "type": "id", "required": true, "min": null },
        { "name": "day", "type": "date", "constraint": { "at_most": "today" } },
        { "name": "women", "type": "integer", "min": 0 },
        { "name": "channel", "type": "choice", "choices": { "tv": ["T\"V"], "radio": [] } } ] }"#;

    #[test]
    fn a_register_is_read_from_json_as_from_toml() {
        let register = read_register("events.json", JSON.as_bytes()).unwrap();
        assert_eq!((register.unit.as_str(), register.date.as_str()), ("row", "day"));
        assert_eq!(register.columns[2].min, Some(crate::record::Value::Integer(0)));
        let ColumnKind::Choice(choices) = &register.columns[3].kind else { panic!("a choice") };
        let tv = choices.iter().find(|choice| choice.code == "tv").unwrap();
        assert_eq!(tv.labels, ["T\"V"]);
    }

    #[test]
    fn a_mistake_in_json_is_a_finding() {
        let broken = read_register("events.json", b"{ \"name\": }").unwrap_err();
        assert_eq!((broken[0].code.as_str(), broken[0].line), ("json_syntax", 1));
        let wrong =
            read_register("events.json", JSON.replace("\"integer\"", "\"intger\"").as_bytes()).unwrap_err();
        assert_eq!(wrong[0].code, "unknown_word");
        assert!(wrong[0].help.contains("`integer`"), "{}", wrong[0].help);
    }
}
