//! SARIF 2.1.0, as code scanning services take it.

use std::io::{self, Write};

use serde_json::{Value, json};

use crate::checks::{self, Severity};
use crate::cli::check::{Diagnostic, Diagnostics};
use crate::cli::source::Passage;

pub fn diagnostics(out: &mut dyn Write, diagnostics: &Diagnostics<'_>) -> io::Result<()> {
    let rules: Vec<Value> = checks::ALL
        .iter()
        .map(|check| {
            json!({
                "id": check.code(),
                "shortDescription": { "text": check.summary() },
                "defaultConfiguration": { "level": level(check.severity()) },
            })
        })
        .collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "Dateline",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            }},
            "columnKind": "unicodeCodePoints",
            "results": diagnostics.found.iter().map(result).collect::<Vec<Value>>(),
        }],
    });
    serde_json::to_writer(&mut *out, &log)?;
    out.write_all(b"\n")
}

fn result(diagnostic: &Diagnostic) -> Value {
    let mut result = json!({
        "ruleId": diagnostic.code,
        "level": level(diagnostic.severity),
        "message": { "text": diagnostic.message },
        "locations": [{ "physicalLocation": location(&diagnostic.at) }],
    });
    let rule = checks::ALL.iter().position(|check| check.code() == diagnostic.code);
    if let (Some(rule), Some(result)) = (rule, result.as_object_mut()) {
        result.insert("ruleIndex".to_owned(), rule.into());
    }
    if !diagnostic.related.is_empty()
        && let Some(result) = result.as_object_mut()
    {
        let related = diagnostic.related.iter().enumerate().map(|(id, related)| {
            json!({
                "id": id,
                "message": { "text": related.message },
                "physicalLocation": location(&related.at),
            })
        });
        result.insert("relatedLocations".to_owned(), related.collect());
    }
    result
}

fn location(at: &Passage) -> Value {
    json!({
        "artifactLocation": { "uri": uri(at.path.as_str()) },
        "region": {
            "startLine": at.start.line,
            "startColumn": at.start.column,
            "endLine": at.end.line,
            "endColumn": at.end.column,
            "snippet": { "text": at.text },
        },
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Information | Severity::Hint => "note",
    }
}

/// A path as a URI reference: relative where it is, `file:` where it is absolute.
fn uri(path: &str) -> String {
    let scheme = if path.starts_with('/') { "file://" } else { "" };
    let mut uri = scheme.to_owned();
    for byte in path.strip_prefix("./").unwrap_or(path).bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(byte.into())
            }
            byte => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}
