//! Check: plan-in-past
//!
//! A plan for a day that is over: `will meet on Feb. 3` in an article of Feb. 18. (Table of date checks,
//! row 16.)
//!
//! The day must be written with its month, governed by the future tense that speaks of it (`will`, `is to`,
//! `is due on`, `plans to`, `takes place`; before the day or behind it), and lie two days or more before
//! publication; without a year the nearest such day is meant, at most three months back. A page whose dateline
//! gives its day without a year is enough. Left alone: quotations, what was said on a day before the planned
//! one, conditions, questions, and days that may belong to another noun (`will discuss the accord of Feb. 3`).
//!
//! (Measured on 2,841 clean texts, of which 355 have a known day of publication: no hit.)

use jiff::civil::Date;

use crate::checks::article::prose::calendar::{counted, days_between};
use crate::checks::article::prose::ranges::stretches;
use crate::checks::article::prose::told::{Told, is_time, telling};
use crate::checks::article::prose::{Passage, Prose};
use crate::checks::article::stale_year::is_stale;
use crate::checks::{Check, Report, Severity, Subject};
use crate::lang::dates::rule::{Place, YearRule};
use crate::source::ZoneKind;

/// See the module.
pub struct PlanInPast;

impl Check for PlanInPast {
    fn code(&self) -> &'static str {
        "plan-in-past"
    }

    fn severity(&self) -> Severity {
        Severity::Information
    }

    fn in_draft(&self) -> Severity {
        Severity::Warning
    }

    fn summary(&self) -> &'static str {
        "a plan for a day that was over when the article was published"
    }

    fn run(&self, subject: &Subject<'_>, report: &mut Vec<Report>) {
        let Some(published) = Appeared::of(subject) else { return };
        // A caption may be older than the page.
        let told = Prose::story(subject).filter(|passage| passage.sentence.zone != ZoneKind::Caption);
        for passage in told {
            let places: Vec<usize> = passage.dates().collect();
            let found = places.iter().filter(|at| !is_stale(&passage, **at));
            report.extend(found.filter_map(|&at| finding(&passage, at, published)));
        }
    }
}

/// So many days before publication a day is over, whatever the time zone.
pub const OVER: i64 = 2;
/// A day without a year is looked for so far back, in days.
const BACK: i64 = 92;

/// The day on which an article appeared, so far as the page says it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Appeared {
    pub date: Date,
    /// The page says no year: only the day of the year counts.
    pub is_yearless: bool,
}

impl Appeared {
    /// The publication date, else the day of a dateline without a year, in any year.
    pub fn of(subject: &Subject<'_>) -> Option<Appeared> {
        if let Some(published) = subject.snapshot.published(subject.article) {
            return Some(Appeared { date: published.date, is_yearless: false });
        }
        let day = |passage: &Passage<'_>| {
            passage.dates().find_map(|at| match passage.place(at)? {
                Place::Day { year: YearRule::Unsaid, month: Some(month), day, .. } => {
                    let any_year = 2024;
                    Date::new(any_year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
                }
                _ => None,
            })
        };
        let mut front =
            Prose::passages(subject).filter(|passage| passage.sentence.zone == ZoneKind::Dateline);
        front.find_map(|passage| day(&passage)).map(|date| Appeared { date, is_yearless: true })
    }

    /// For a message.
    pub fn words(self) -> String {
        self.date.strftime(if self.is_yearless { "%-d %B" } else { "%-d %B %Y" }).to_string()
    }

    /// Another day, as it is printed beside this one.
    pub fn words_of(self, day: Date) -> String {
        Appeared { date: day, ..self }.words()
    }

    /// The day that is meant by one written with its month: without a year, the nearest. `None` where a
    /// weekday that is written with it says otherwise.
    pub fn meant(self, passage: &Passage<'_>, at: usize) -> Option<Date> {
        // `06-Apr` is a score that some program took for a date.
        if passage.word(at).contains('-') && !is_dated(passage, at) {
            return None;
        }
        match passage.place(at)? {
            Place::Day { year: YearRule::Unsaid, month: Some(month), day, weekday } => {
                let years = [self.date.year() - 1, self.date.year(), self.date.year() + 1];
                let date = |year| Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok();
                let returns = years.into_iter().filter_map(date);
                let nearest = returns.min_by_key(|date| days_between(*date, self.date).abs())?;
                let fits =
                    |weekday: u8| i8::try_from(weekday) == Ok(nearest.weekday().to_monday_one_offset());
                (self.is_yearless || weekday.is_none_or(fits)).then_some(nearest)
            }
            Place::Day { year: YearRule::Written(_), month: Some(_), .. } | Place::Numeric { .. } => {
                passage.day(at).filter(|_| !self.is_yearless)
            }
            _ => None,
        }
    }
}

/// Whether the year of a day is written.
pub fn is_dated(passage: &Passage<'_>, at: usize) -> bool {
    matches!(passage.place(at), Some(Place::Day { year: YearRule::Written(_), .. } | Place::Numeric { .. }))
}

/// The words from one item to another, the middle left out where they are many.
pub fn quoted(passage: &Passage<'_>, one: usize, other: usize) -> String {
    const MANY: usize = 9;
    let (first, last) = (one.min(other), one.max(other));
    if last - first <= MANY {
        return passage.words(first..last + 1);
    }
    let head = if first == one { first..first + 2 } else { first..first + 1 };
    let tail = if last == other { last.saturating_sub(1)..last + 1 } else { last..last + 1 };
    format!("{} … {}", passage.words(head), passage.words(tail))
}

/// What was said before the day was over.
const SAID: &[&str] =
    &["said", "announced", "told", "wrote", "declared", "promised", "reported", "decided", "ordered"];

fn finding(passage: &Passage<'_>, at: usize, published: Appeared) -> Option<Report> {
    let day = published.meant(passage, at)?;
    let past = days_between(day, published.date);
    // `will be held on Feb. 3-20`: it has not ended.
    let goes_on = stretches(passage).iter().any(|stretch| {
        let last = published.meant(passage, stretch.ends.1).unwrap_or(stretch.last.last);
        stretch.items.contains(&at) && days_between(last, published.date) < OVER
    });
    if goes_on || past < OVER || !is_dated(passage, at) && past > BACK {
        return None;
    }
    let plan = telling(passage, at).filter(|telling| telling.told == Told::Ahead)?.by;
    // `said on Feb. 1 that it will meet on Feb. 3`: it did lie ahead.
    let dated = passage.dates().any(|other| {
        let before = passage.days(other).is_some_and(|days| days.last < day);
        let is_day = passage.day(other).is_some();
        // `will be closed on Feb. 1 and reopened on Feb. 3`: no day of saying so.
        let planned = telling(passage, other).is_some_and(|telling| telling.told == Told::Ahead)
            || other.checked_sub(1).is_some_and(|joint| passage.is(joint, "from"));
        other != at
            && !is_time(passage, other)
            && !planned
            && before
            && (is_day || passage.has_any(0..plan, SAID))
    });
    let told = passage.has_any(0..plan, &["if", "had", "earlier", "previously", "asked", "whether", "wrote"]);
    let question = passage.item(passage.count().saturating_sub(1)).is_some_and(|item| item.is("?"));
    if dated || told || question {
        return None;
    }
    let words = quoted(passage, at, if plan < at { plan } else { plan + 1 });
    let (day, appeared) = (published.words_of(day), published.words());
    Some(
        Report::new(
            passage.item(at)?.span,
            format!("“{words}” lies {} before publication on {appeared}", counted(past, "day")),
        )
        .because(format!("the article is of {appeared} (publication date)"))
        .because(format!("“{}” says that the day lies ahead", passage.word(plan)))
        .because(format!("“{}” is {day}, {} earlier", passage.word(at), counted(past, "day"))),
    )
}
