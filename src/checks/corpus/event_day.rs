//! Check: event-day
//!
//! Another article gives another day to the same event or agreement: a call that one puts on Friday
//! and the other on Monday, a memorandum that one dates to August and the other to November.
//!
//! Two records are taken for one thing only where far more agrees than a link needs: for an event its
//! kind and the people of both sides by name, or its round and parties, in reports that are at most
//! four days apart, with two to seven days between the days given (one day is a matter of time zones, and
//! more than a week rather another event); for an agreement its subject and two parties. Where one of the
//! articles also tells of the thing on the other's day, it tells the two apart, and nothing is reported.
//! One conflict is reported once: in a draft, else in the article that came later.

use crate::base::id::ArticleId;
use crate::checks::{Check, Related, Report, Severity, Subject};
use crate::knowledge::Contradiction;
use crate::lang::claims::Statement;
use crate::lang::dates::DayInterval;
use crate::state::Snapshot;

/// See the module.
pub struct EventDay;

impl Check for EventDay {
    fn code(&self) -> &'static str {
        "event-day"
    }

    fn severity(&self) -> Severity {
        Severity::Information
    }

    fn in_draft(&self) -> Severity {
        Severity::Warning
    }

    fn summary(&self) -> &'static str {
        "another article gives another day to the same event or agreement"
    }

    fn run(&self, subject: &Subject<'_>, report: &mut Vec<Report>) {
        for (index, record) in (0u32..).zip(&subject.facts.records) {
            if record.dates.is_empty() {
                continue;
            }
            let found = subject.snapshot.contradicting(subject.article, index);
            let others: Vec<Contradiction> = found
                .into_iter()
                .filter(|other| is_told_here(subject.snapshot, subject.article, other.article))
                .collect();
            let Some(first) = others.first() else { continue };
            let Some(statement) = dated(subject.facts.statements.iter(), index) else { continue };
            let Some((theirs, path)) = other(subject.snapshot, first) else { continue };
            let message = format!(
                "“{}” is on {} here, on {} in {path}: “{}”",
                statement.words,
                words(first.mine),
                words(first.theirs),
                theirs.words
            );
            let mut made = Report::new(statement.span, message).because(format!(
                "this article: “{}”, {}",
                record.label,
                words(first.mine)
            ));
            for one in &others {
                let Some((statement, path)) = other(subject.snapshot, one) else { continue };
                made = made
                    .with(Related {
                        doc: one.article.doc,
                        span: statement.span,
                        message: format!("“{}”, {}", statement.words, words(one.theirs)),
                    })
                    .because(format!("{path}: “{}”, {}", statement.words, words(one.theirs)))
                    .because(format!("taken for the same: {}", one.evidence.grounds.words()));
            }
            report.push(made);
        }
    }
}

/// Whether a conflict of two articles is told in the first: the draft, else the later one.
fn is_told_here(snapshot: &Snapshot, here: ArticleId, there: ArticleId) -> bool {
    let rank = |article: ArticleId| {
        let draft = snapshot.is_draft(article);
        let published = snapshot.published(article).map(|published| published.date);
        (draft, published, snapshot.path(article.doc).to_owned(), article.article)
    };
    rank(here) > rank(there)
}

/// The first statement of a record that gives it a day.
fn dated<'s>(mut statements: impl Iterator<Item = &'s Statement>, record: u32) -> Option<&'s Statement> {
    statements.find(|statement| statement.record == record && !statement.dates.is_empty())
}

/// The other article's statement, and its file.
fn other<'s>(snapshot: &'s Snapshot, of: &Contradiction) -> Option<(&'s Statement, &'s str)> {
    let facts = snapshot.article(of.article)?;
    let path = snapshot.path(of.article.doc);
    let statement = dated(facts.statements.iter(), of.index)?;
    Some((statement, path.file_name().unwrap_or(path.as_str())))
}

fn words(days: DayInterval) -> String {
    crate::knowledge::timeline::When::of(days).value()
}
