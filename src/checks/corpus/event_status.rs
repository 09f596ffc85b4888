//! Check: event-status
//!
//! What is told here as planned was called off or put off by an earlier report of another article: the
//! plan is out of date. A report that came later than this article makes no finding in it, since news
//! goes on; in a draft, which is of today, every report counts.
//!
//! The two must be linked as one event or agreement, and one of several statuses in the other article
//! has to be the last word there: what was postponed and then held was held.

use jiff::civil::Date;

use crate::base::cancel::CancelToken;
use crate::checks::{Check, Related, Report, Severity, Subject};
use crate::lang::claims::{Statement, Status};
use crate::state::MentionRef;

/// See the module.
pub struct EventStatus;

impl Check for EventStatus {
    fn code(&self) -> &'static str {
        "event-status"
    }

    fn severity(&self) -> Severity {
        Severity::Information
    }

    fn in_draft(&self) -> Severity {
        Severity::Warning
    }

    fn summary(&self) -> &'static str {
        "a plan that another article reports as cancelled or postponed"
    }

    fn run(&self, subject: &Subject<'_>, report: &mut Vec<Report>) {
        let is_draft = subject.snapshot.is_draft(subject.article);
        let known = |here: Option<Date>, there: Date| is_draft || here.is_some_and(|here| there < here);
        for (planned, other) in called_off(subject, known) {
            report.extend(finding(subject, planned, &other));
        }
    }
}

/// What is planned in an article and, by its last word, still is: with the first report of another article
/// that has it cancelled or postponed, among those of the days (of this article and of the other) that
/// count.
pub(super) fn called_off<'s>(
    subject: &Subject<'s>,
    counts: impl Fn(Option<Date>, Date) -> bool,
) -> Vec<(&'s Statement, MentionRef)> {
    let snapshot = subject.snapshot;
    let day = |article| snapshot.published(article).map(|published| published.date);
    let here = day(subject.article);
    let mut told: Vec<u32> = Vec::new();
    let mut found = Vec::new();
    for mention in snapshot.mentions_in(subject.article) {
        let planned = |one: &&Statement| one.status == Status::Planned && one.span == mention.span();
        let Some(statement) = subject.facts.statements.iter().find(planned) else { continue };
        let last = subject.facts.records.get(statement.record as usize).map(|record| record.status);
        if last != Some(Status::Planned) || told.contains(&statement.record) {
            continue;
        }
        told.push(statement.record);
        let Some(entity) = snapshot.entity(&mention) else { continue };
        // Nobody waits for a check alone: it is not cancelled.
        let mentions = snapshot.mentions_of(&entity, &CancelToken::default()).unwrap_or_default();
        let mut off = mentions.into_iter().filter(|other| {
            other.article != subject.article
                && day(other.article).is_some_and(|there| counts(here, there))
                && is_off(other)
        });
        found.extend(off.next().map(|other| (statement, other)));
    }
    found
}

/// Whether an article says, as its last word, that it does not take place as planned.
fn is_off(mention: &MentionRef) -> bool {
    let off = |status: Status| matches!(status, Status::Cancelled | Status::Postponed);
    let Some(statement) = mention.statement() else { return false };
    let record = mention.facts().records.get(statement.record as usize);
    off(statement.status) && record.is_some_and(|record| off(record.status))
}

fn finding(subject: &Subject<'_>, planned: &Statement, other: &MentionRef) -> Option<Report> {
    let off = other.statement()?;
    let path = subject.snapshot.path(other.doc());
    let name = path.file_name().unwrap_or(path.as_str());
    let status = off.status.name();
    let message = format!("“{}” is planned here, but {status} in {name}: “{}”", planned.words, off.words);
    let related =
        Related { doc: other.doc(), span: off.span, message: format!("“{}”: {status}", off.words) };
    Some(
        Report::new(planned.span, message)
            .with(related)
            .because(format!("this text: “{}” is planned", planned.words))
            .because(format!("{name}: “{}” is {status}", off.words)),
    )
}
