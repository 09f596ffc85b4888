//! SARIF 2.1.0, as code scanning services take it.
//!
//! Every result carries its fingerprint, its suppressions (an empty list says that there are none), its
//! severity as a rank and, where a baseline was given, how it stands to it; what the baseline has and this
//! run has not is a result too. What is only worth a note to a service is a `note`, hints among them.

use std::io::{self, Write};

use serde_json::{Value, json};

use crate::checks::suppress::By;
use crate::checks::{self, Check, Severity, docs};
use crate::cli::baseline::{Known, State};
use crate::cli::check::{Diagnostic, Diagnostics};
use crate::cli::source::Passage;

/// The name under which results carry their fingerprint; its number changes with what it is made of.
const FINGERPRINT: &str = "datelineFinding/v1";

pub fn diagnostics(out: &mut dyn Write, diagnostics: &Diagnostics<'_>) -> io::Result<()> {
    let rules: Vec<Value> = checks::ALL.iter().map(|check| rule(*check)).collect();
    let found = diagnostics.found.iter().map(result);
    let results: Vec<Value> = found.chain(diagnostics.absent.iter().map(absent)).collect();
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
            "results": results,
        }],
    });
    serde_json::to_writer(&mut *out, &log)?;
    out.write_all(b"\n")
}

fn rule(check: &dyn Check) -> Value {
    let code = check.code();
    let account = docs::account(code);
    let first = account.split("\n\n").next().unwrap_or_default();
    let mut rule = json!({
        "id": code,
        "shortDescription": { "text": check.summary() },
        "fullDescription": { "text": plain(first), "markdown": first },
        "help": { "text": plain(account), "markdown": account },
        "defaultConfiguration": {
            "enabled": check.is_on(),
            "level": level(check.severity()),
            "rank": rank(check.severity()),
        },
    });
    if let Some(address) = docs::address(code) {
        rule["helpUri"] = address.into();
    }
    rule
}

fn result(diagnostic: &Diagnostic) -> Value {
    let related = diagnostic.related.iter().enumerate().map(|(id, related)| {
        json!({
            "id": id,
            "message": { "text": related.message },
            "physicalLocation": location(&related.at),
        })
    });
    let suppressions = diagnostic.suppressed.iter().map(|suppressed| {
        let kind = match suppressed.by {
            By::Comment => "inSource",
            By::File => "external",
        };
        json!({ "kind": kind, "status": "accepted", "justification": suppressed.reason })
    });
    let mut result = json!({
        "ruleId": diagnostic.code,
        "level": level(diagnostic.severity),
        "rank": rank(diagnostic.severity),
        "message": { "text": diagnostic.message },
        "locations": [{ "physicalLocation": location(&diagnostic.at) }],
        "relatedLocations": related.collect::<Vec<Value>>(),
        "partialFingerprints": { FINGERPRINT: diagnostic.fingerprint.to_string() },
        "suppressions": suppressions.collect::<Vec<Value>>(),
    });
    with_rule_index(&mut result, diagnostic.code);
    if let Some(state) = diagnostic.baseline {
        result["baselineState"] = match state {
            State::New => "new",
            State::Unchanged => "unchanged",
        }
        .into();
    }
    result
}

/// What the baseline has and nobody finds any more, at the place where it was.
fn absent(known: &Known) -> Value {
    let severity = [Severity::Error, Severity::Warning, Severity::Information, Severity::Hint]
        .into_iter()
        .find(|severity| severity.name() == known.severity)
        .unwrap_or(Severity::Hint);
    let mut result = json!({
        "ruleId": known.code,
        "level": level(severity),
        "rank": rank(severity),
        "message": { "text": known.message },
        "locations": [{ "physicalLocation": {
            "artifactLocation": { "uri": uri(&known.path) },
            // A line of 0 is no SARIF; what was written by hand may say anything.
            "region": { "startLine": known.line.max(1), "startColumn": known.column.max(1) },
        }}],
        "relatedLocations": [],
        "partialFingerprints": { FINGERPRINT: known.fingerprint },
        "suppressions": [],
        "baselineState": "absent",
    });
    with_rule_index(&mut result, &known.code);
    result
}

fn with_rule_index(result: &mut Value, code: &str) {
    if let Some(index) = checks::ALL.iter().position(|check| check.code() == code) {
        result["ruleIndex"] = index.into();
    }
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

/// How important a finding is, of 100.
fn rank(severity: Severity) -> f64 {
    match severity {
        Severity::Error => 100.0,
        Severity::Warning => 75.0,
        Severity::Information => 50.0,
        Severity::Hint => 25.0,
    }
}

/// Markdown of a manual as plain words: its lines joined, its code marks left out.
fn plain(markdown: &str) -> String {
    let paragraphs = markdown.split("\n\n");
    let joined = paragraphs.map(|one| one.split_whitespace().collect::<Vec<_>>().join(" ").replace('`', ""));
    joined.collect::<Vec<_>>().join("\n\n")
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
