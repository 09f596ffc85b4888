//! Check: later-report
//!
//! News goes on: a later article has what is told here otherwise. What is planned here was called off or put
//! off; a number of victims has risen. That is no mistake of this article, and so no contradiction, but who
//! quotes it should know.
//!
//! Both must be linked as one event or agreement. Numbers are compared as count-range compares them, within
//! two weeks. In a draft, which is of today, event-status and count-range report the same.

use jiff::civil::Date;

use crate::checks::citation::one_line;
use crate::checks::corpus::{count_range, event_status};
use crate::checks::{Check, Related, Report, Severity, Subject};
use crate::lang::claims::Statement;
use crate::lang::claims::counts::Count;
use crate::state::MentionRef;

/// See the module.
pub struct LaterReport;

impl Check for LaterReport {
    fn code(&self) -> &'static str {
        "later-report"
    }

    fn severity(&self) -> Severity {
        Severity::Information
    }

    fn summary(&self) -> &'static str {
        "a plan that was called off, or a number that rose, by a later report"
    }

    fn run(&self, subject: &Subject<'_>, report: &mut Vec<Report>) {
        let snapshot = subject.snapshot;
        let published = snapshot.published(subject.article);
        let Some(here) = published.filter(|_| !snapshot.is_draft(subject.article)) else { return };
        let later = |_: Option<Date>, there: Date| here.date < there;
        for (planned, other) in event_status::called_off(subject, later) {
            report.extend(called_off(subject, planned, &other));
        }
        for (count, mention, risen) in count_range::risen(subject, here.date) {
            report.extend(risen_to(subject, count, &mention, &risen));
        }
    }
}

fn called_off(subject: &Subject<'_>, planned: &Statement, other: &MentionRef) -> Option<Report> {
    let off = other.statement()?;
    let (name, day) = source(subject, other);
    let status = off.status.name();
    let message =
        format!("Later {status}: “{}” was planned here; {name} of {day}: “{}”", planned.words, off.words);
    Some(
        Report::new(planned.span, message)
            .with(Related {
                doc: other.doc(), span: off.span, message: format!("“{}”: {status}", off.words)
            })
            .because(format!("this article: “{}” is planned", planned.words))
            .because(format!("{name}, published {day}: “{}” is {status}", off.words)),
    )
}

fn risen_to(subject: &Subject<'_>, count: &Count, mention: &MentionRef, risen: &Count) -> Option<Report> {
    let (name, day) = source(subject, mention);
    let text = subject.snapshot.text(mention.doc())?;
    let here = one_line(count.span.of_text(subject.text));
    let there = one_line(risen.span.of_text(&text));
    Some(
        Report::new(count.span, format!("Later “{there}”, in {name} of {day}; here “{here}”"))
            .with(Related { doc: mention.doc(), span: risen.span, message: format!("“{there}”") })
            .because(format!("this article: “{here}”"))
            .because(format!("{name}, published {day}: “{there}”, of the same event")),
    )
}

/// The file of another article and the day on which it appeared.
fn source<'s>(subject: &Subject<'s>, other: &MentionRef) -> (&'s str, String) {
    let path = subject.snapshot.path(other.doc());
    let day = subject.snapshot.published(other.article).map(|published| published.date.to_string());
    (path.file_name().unwrap_or(path.as_str()), day.unwrap_or_default())
}
