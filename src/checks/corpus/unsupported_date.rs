//! Check: unsupported-date
//!
//! A day that a draft gives to an event or agreement and that no source of the folder has for it, although
//! a source tells of the same within a month of it: the same kind of event with the same people on both
//! sides, an agreement on the same subject with the same parties.
//!
//! A source supports a day that it names, a day more or less (that is a matter of time zones), and one on
//! which it must have been because the source reports it as news. Where the difference is so plain that it
//! is a contradiction, event-day reports it instead. What no source tells of at all is the analyst's own
//! knowledge, and nothing is said.

use crate::checks::{Check, Related, Report, Severity, Subject};
use crate::knowledge::accounts::MONTH;
use crate::knowledge::timeline::When;
use crate::knowledge::{Alike, Allows};
use crate::lang::claims::Statement;

/// See the module.
pub struct UnsupportedDate;

impl Check for UnsupportedDate {
    fn code(&self) -> &'static str {
        "unsupported-date"
    }

    fn severity(&self) -> Severity {
        Severity::Hint
    }

    fn summary(&self) -> &'static str {
        "a day in a draft that no source gives"
    }

    fn run(&self, subject: &Subject<'_>, report: &mut Vec<Report>) {
        let snapshot = subject.snapshot;
        if !snapshot.is_draft(subject.article) {
            return;
        }
        for (index, record) in (0u32..).zip(&subject.facts.records) {
            let told =
                subject.facts.statements.iter().find(|one| one.record == index && !one.dates.is_empty());
            let Some(statement) = told else { continue };
            let Some(days) = snapshot.days_of(subject.article, &record.dates) else { continue };
            let mut sources = snapshot.alike(subject.article, index);
            sources.retain(|source| !snapshot.is_draft(source.article));
            if sources.iter().any(|source| source.allows == Allows::These)
                || !snapshot.contradicting(subject.article, index).is_empty()
            {
                continue;
            }
            sources.retain(|source| matches!(source.allows, Allows::Others { apart } if apart <= MONTH));
            let when = When::of(days).value();
            report.extend(finding(subject, statement, &when, &sources));
        }
    }
}

fn finding(subject: &Subject<'_>, told: &Statement, when: &str, sources: &[Alike]) -> Option<Report> {
    let snapshot = subject.snapshot;
    let theirs = |source: &Alike| {
        let facts = snapshot.article(source.article)?;
        let statements = || facts.statements.iter().filter(|one| one.record == source.index);
        let statement = statements().find(|one| !one.dates.is_empty()).or(statements().next())?;
        let path = snapshot.path(source.article.doc);
        let day = match source.days {
            Some(days) => format!("on {}", When::of(days).value()),
            None => format!("as news of {}", snapshot.published(source.article)?.date),
        };
        Some((statement, path.file_name().unwrap_or(path.as_str()), day))
    };
    let nearest = sources.iter().min_by_key(|source| source.allows)?;
    let (statement, name, day) = theirs(nearest)?;
    let message =
        format!("No source has “{}” on {when}; {name} has it {day}: “{}”", told.words, statement.words);
    let mut made = Report::new(told.span, message).because(format!("this text: “{}”, {when}", told.words));
    for source in sources {
        let Some((statement, name, day)) = theirs(source) else { continue };
        made = made
            .with(Related {
                doc: source.article.doc,
                span: statement.span,
                message: format!("“{}”, {day}", statement.words),
            })
            .because(format!("{name}: “{}”, {day}", statement.words))
            .because(format!("may be the same: {}", source.evidence.grounds.words()));
    }
    Some(made)
}
