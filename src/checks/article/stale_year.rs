//! Check: stale-year
//!
//! Last year's number typed at the beginning of a year: `will meet on Jan. 20, 2025` in an article of
//! January 2026. (Table of date checks, row 14.)
//!
//! What lies ahead cannot have been a year ago: the plan must stand right before the day, in the future
//! tense, in an article of January or February, and the same day of the article's own year must lie ahead
//! of it by less than three months. A weekday that does not fit is `weekday-mismatch`'s.
//!
//! (Measured on 2,841 clean texts, of which 355 have a known day of publication: no hit.)

use jiff::civil::Date;

use crate::checks::article::plan_in_past::quoted;
use crate::checks::article::prose::calendar::{days_between, long};
use crate::checks::article::prose::told::{Told, telling};
use crate::checks::article::prose::{Passage, Prose};
use crate::checks::{Check, Report, Severity, Subject};
use crate::lang::dates::rule::{Place, YearRule};

/// See the module.
pub struct StaleYear;

impl Check for StaleYear {
    fn code(&self) -> &'static str {
        "stale-year"
    }

    fn severity(&self) -> Severity {
        Severity::Information
    }

    fn in_draft(&self) -> Severity {
        Severity::Warning
    }

    fn summary(&self) -> &'static str {
        "last year's number in a plan of January or February"
    }

    fn run(&self, subject: &Subject<'_>, report: &mut Vec<Report>) {
        for passage in Prose::story(subject) {
            let places = passage.dates().filter(|at| is_stale(&passage, *at));
            report.extend(places.filter_map(|at| finding(&passage, at)));
        }
    }
}

/// Whether the item is a day of last year where one of this year is meant.
pub fn is_stale(passage: &Passage<'_>, at: usize) -> bool {
    const AHEAD: i64 = 92;
    let Some(published) = passage.published().filter(|published| published.month() <= 2) else {
        return false;
    };
    let Some(meant) = meant(passage, at, published) else { return false };
    (0..=AHEAD).contains(&days_between(published, meant)) && plan(passage, at).is_some()
}

/// The word that says that the day lies ahead.
fn plan(passage: &Passage<'_>, at: usize) -> Option<usize> {
    Some(telling(passage, at).filter(|telling| telling.told == Told::Ahead)?.by)
}

/// The same day a year later, where the day is one of last year with the year written.
fn meant(passage: &Passage<'_>, at: usize, published: Date) -> Option<Date> {
    let Some(Place::Day { year: YearRule::Written(year), month: Some(_), weekday: None, .. }) =
        passage.place(at)
    else {
        return None;
    };
    let day = passage.day(at)?;
    let last = year == published.year() - 1;
    last.then(|| Date::new(published.year(), day.month(), day.day()).ok()).flatten()
}

fn finding(passage: &Passage<'_>, at: usize) -> Option<Report> {
    let published = passage.published()?;
    let meant = meant(passage, at, published)?;
    let plan = plan(passage, at)?;
    let words = passage.word(at);
    Some(
        Report::new(
            passage.item(at)?.span,
            format!("“{words}” is planned but a year past: {} is probably meant", long(meant)),
        )
        .because(format!("the article is of {} (publication date)", long(published)))
        .because(format!("“{}” says that the day lies ahead", quoted(passage, plan, at)))
        .because(format!("{} lies ahead; “{words}” does not", long(meant))),
    )
}
