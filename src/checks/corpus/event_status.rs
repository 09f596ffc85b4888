//! Check: event-status
//!
//! What is told here as planned was called off or put off by an earlier report of another article: the
//! plan is out of date. A report that came later than this article makes no finding in it, since news
//! goes on; in a draft, which is of today, every report counts.
//!
//! The two must be linked as one event or agreement, and one of several statuses in the other article
//! has to be the last word there: what was postponed and then held was held.

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
        let snapshot = subject.snapshot;
        let mut told: Vec<u32> = Vec::new();
        for mention in snapshot.mentions_in(subject.article) {
            let Some(statement) = mention.statement().filter(|one| one.status == Status::Planned) else {
                continue;
            };
            let last = subject.facts.records.get(statement.record as usize).map(|record| record.status);
            if last != Some(Status::Planned) || told.contains(&statement.record) {
                continue;
            }
            told.push(statement.record);
            let Some(entity) = snapshot.entity(&mention) else { continue };
            // Nobody waits for a check alone: it is not cancelled.
            let mentions = snapshot.mentions_of(&entity, &CancelToken::default()).unwrap_or_default();
            let off = mentions.iter().filter(|other| is_called_off(subject, other));
            let Some((other, status)) = off.filter_map(|other| Some((other, other.statement()?))).next()
            else {
                continue;
            };
            report.push(finding(subject, statement, other, status));
        }
    }
}

/// Whether another article, not later than this one, says that it does not take place as planned.
fn is_called_off(subject: &Subject<'_>, other: &MentionRef) -> bool {
    let Some(statement) = other.statement().filter(|_| other.article != subject.article) else {
        return false;
    };
    let record = other.facts().records.get(statement.record as usize);
    let day = |article| subject.snapshot.published(article).map(|published| published.date);
    let is_draft = subject.snapshot.is_draft(subject.article);
    let known = match (day(subject.article), day(other.article)) {
        (Some(here), Some(there)) => is_draft || there < here,
        (None, Some(_)) => is_draft,
        _ => false,
    };
    let off = |status: Status| matches!(status, Status::Cancelled | Status::Postponed);
    known && off(statement.status) && record.is_some_and(|record| off(record.status))
}

fn finding(subject: &Subject<'_>, planned: &Statement, other: &MentionRef, off: &Statement) -> Report {
    let path = subject.snapshot.path(other.doc());
    let name = path.file_name().unwrap_or(path.as_str());
    let status = off.status.name();
    let message = format!("“{}” is planned here, but {status} in {name}: “{}”", planned.words, off.words);
    Report::new(planned.span, message)
        .with(Related { doc: other.doc(), span: off.span, message: format!("“{}”: {status}", off.words) })
        .because(format!("this text: “{}” is planned", planned.words))
        .because(format!("{name}: “{}” is {status}", off.words))
}
