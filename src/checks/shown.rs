//! What is shown of a file's findings: none that are suppressed, and no more than a person works off.

use crate::base::fingerprint::Fingerprint;
use crate::base::id::DocId;
use crate::checks::{Finding, Severity, canonical, findings};
use crate::state::Snapshot;

/// The code of the last finding of a file that has too many.
pub const MORE: &str = "more-findings";

/// The findings of a document as an editor shows them, by place, then code.
pub fn shown(snapshot: &Snapshot, doc: DocId) -> Vec<Finding> {
    let mut found = findings(snapshot, doc);
    found.retain(|finding| finding.suppressed.is_none());
    let (mut shown, left_out) = worst(found, snapshot.settings().max_findings, |finding| finding.severity);
    if let Some(first) = left_out.first().cloned() {
        shown.push(Finding {
            code: MORE,
            severity: left_out.iter().map(|finding| finding.severity).min().unwrap_or(first.severity),
            message: more(left_out.len()),
            related: Vec::new(),
            because: Vec::new(),
            fingerprint: Fingerprint::default(),
            ..first
        });
        shown.sort_by(|one, other| canonical(one).cmp(&canonical(other)));
    }
    shown
}

/// The worst findings, so many at most (0: all), and those that are left out; both in the order in which
/// they came. Of equal severity, the first count as worse.
pub fn worst<T>(findings: Vec<T>, most: usize, severity: impl Fn(&T) -> Severity) -> (Vec<T>, Vec<T>) {
    if most == 0 || findings.len() <= most {
        return (findings, Vec::new());
    }
    let mut ranked: Vec<(usize, T)> = findings.into_iter().enumerate().collect();
    ranked.sort_by_key(|(at, finding)| (severity(finding), *at));
    let left_out = ranked.split_off(most);
    let in_order = |mut ranked: Vec<(usize, T)>| -> Vec<T> {
        ranked.sort_by_key(|(at, _)| *at);
        ranked.into_iter().map(|(_, finding)| finding).collect()
    };
    (in_order(ranked), in_order(left_out))
}

/// The words that stand for findings that are not shown.
pub fn more(count: usize) -> String {
    format!("{count} more in this file, none of them worse; `dateline check --format json` lists all")
}
