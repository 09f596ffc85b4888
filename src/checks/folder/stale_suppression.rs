//! Check: stale-suppression
//!
//! A suppression that silences nothing, or does not say why it silences something.
//!
//! In a draft: a comment `<!-- dateline-ignore CODE: reason -->` that names no check, or a check that finds
//! nothing in the lines that the comment speaks of, or that gives no reason. A comment with other words on
//! its line speaks of that line; one that has its line to itself speaks of the lines below it, up to the
//! next blank one.
//!
//! In `.dateline/suppressions.jsonl`: a line whose fingerprint no finding of its file has, or that gives no
//! reason. `dateline check` reports these at their line. This check itself cannot be suppressed: correct
//! or remove what it points to, or switch it off in the settings.

use crate::checks::{ALL, Check, Report, Severity, Subject};
use crate::notes::{Ignore, Suppression, ignores};

/// The code.
pub const CODE: &str = "stale-suppression";

/// See the module.
pub struct StaleSuppression;

impl Check for StaleSuppression {
    fn code(&self) -> &'static str {
        "stale-suppression"
    }

    fn severity(&self) -> Severity {
        Severity::Hint
    }

    fn summary(&self) -> &'static str {
        "a suppression that silences nothing, or does not say why"
    }

    fn run(&self, subject: &Subject<'_>, report: &mut Vec<Report>) {
        if !subject.snapshot.is_draft(subject.article) {
            return;
        }
        let format = subject.snapshot.format(subject.article.doc);
        for ignore in ignores(subject.text, format).iter().filter(|one| subject.is_about(one.covers.start)) {
            report.extend(complaints(subject, ignore).map(|message| {
                Report::new(ignore.span, message)
                    .because(format!("the comment is {}", ignore.span.of_text(subject.text)))
                    .because(format!("it speaks of “{}”", cut(ignore.covers.of_text(subject.text))))
            }));
        }
    }
}

/// What is wrong with a comment of a draft.
fn complaints(subject: &Subject<'_>, ignore: &Ignore) -> impl Iterator<Item = String> {
    let unused = ignore.codes.iter().filter_map(|code| match checked(code) {
        None => Some(format!("No check is called “{code}”: this comment silences nothing")),
        Some(check) => {
            let mut reports = Vec::new();
            check.run(subject, &mut reports);
            let silences = reports.iter().any(|report| ignore.silences(code, report.span));
            (!silences).then(|| format!("Nothing left to silence here: {code} finds nothing in these lines"))
        }
    });
    let mut said: Vec<String> = unused.collect();
    if ignore.codes.is_empty() {
        said.push("This comment names no check: <!-- dateline-ignore CODE: reason -->".to_owned());
    } else if said.is_empty() && ignore.reason.is_empty() {
        said.push(format!(
            "Say why {} is silenced here: the reason stands behind a colon",
            ignore.codes.join(", ")
        ));
    }
    said.into_iter()
}

/// The check of this code that comments can silence.
fn checked(code: &str) -> Option<&'static dyn Check> {
    ALL.iter().copied().find(|check| check.code() == code && code != CODE)
}

/// What is wrong with a line of the file, given whether any finding of its file matches it.
pub fn complaint(suppression: &Suppression, is_used: bool) -> Option<String> {
    let line = &suppression.line;
    let of = if line.code.is_empty() { "a finding".to_owned() } else { line.code.clone() };
    let quote = if line.quote.is_empty() { String::new() } else { format!(", “{}”", cut(&line.quote)) };
    let path = line.path.as_deref().unwrap_or("a file that it does not name");
    if !is_used {
        return Some(format!("Nothing left to suppress: {of} is not found any more in {path}{quote}"));
    }
    line.reason
        .trim()
        .is_empty()
        .then(|| format!("Say why {of} is suppressed in {path}{quote}: “reason” is empty"))
}

/// The first words, on one line.
fn cut(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match words.char_indices().nth(80) {
        None => words,
        Some((at, _)) => format!("{}…", words.get(..at).unwrap_or_default()),
    }
}
