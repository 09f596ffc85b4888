//! Check: dateline-mismatch
//!
//! Places of one page that disagree about its day: the header, the wire dateline, front matter and the
//! page's metadata. (Table of date checks, row 17: 56 sites in 2,872 clean articles, no hit.)
//!
//! Two days apart or less is time zones and night shifts. What a line calls updated, saved or accessed is
//! no day of publication and is not compared. The explanation says which mistake the two readings look
//! like: last year's number in January, two digits swapped or doubled, day and month swapped, another month.
//!
//! (Measured on 2,841 clean texts: no hit since the years of a life and the ends of
//! stretches are not compared; two before.)

use jiff::civil::Date;

use crate::base::span::Span;
use crate::checks::article::prose::calendar::{days_between, long, plus};
use crate::checks::article::prose::ranges::{has_year, stretches};
use crate::checks::article::prose::{Passage, Prose};
use crate::checks::{Check, Related, Report, Severity, Subject};
use crate::lang::dates::rule::{Place, YearRule};
use crate::source::published::{Label, label};
use crate::source::{Published, PublishedSource, ZoneKind};

/// See the module.
pub struct DatelineMismatch;

impl Check for DatelineMismatch {
    fn code(&self) -> &'static str {
        "dateline-mismatch"
    }

    fn severity(&self) -> Severity {
        Severity::Information
    }

    fn in_draft(&self) -> Severity {
        Severity::Warning
    }

    fn summary(&self) -> &'static str {
        "header, dateline and metadata of one article that give different days"
    }

    fn run(&self, subject: &Subject<'_>, report: &mut Vec<Report>) {
        let Some(published) = subject.snapshot.published(subject.article) else { return };
        if published.source == PublishedSource::Option {
            return;
        }
        let front = Prose::passages(subject)
            .filter(|passage| matches!(passage.sentence.zone, ZoneKind::Header | ZoneKind::Dateline));
        // One page, one finding: what disagrees first.
        report.extend(
            front.flat_map(|passage| days(&passage)).find_map(|day| finding(subject, &published, &day)),
        );
    }
}

/// A day that a place of the page gives.
struct Given {
    date: Date,
    span: Span,
    words: String,
    zone: ZoneKind,
}

/// The days of a header line or dateline that can be those of publication.
fn days(passage: &Passage<'_>) -> Vec<Given> {
    let published = passage.published();
    let spanned = stretches(passage);
    let places = passage.dates().filter_map(|at| {
        let place = passage.place(at)?;
        let read = passage.day(at)?;
        let month = matches!(place, Place::Day { month: Some(_), .. });
        // The end of a stretch (`21` of `17-21 September`) names no month of its own.
        let written = matches!(place, Place::Numeric { .. })
            || month && passage.word(at).bytes().any(|byte| byte.is_ascii_alphabetic() || byte == b'-');
        let written = written && !spanned.iter().any(|stretch| stretch.items.contains(&at));
        let about = passage.words(0..at);
        let kept = matches!(label(&about), Label::Updated | Label::Kept)
            || passage.has_any(
                0..at,
                &[
                    "event",
                    "until",
                    "since",
                    "deadline",
                    "from",
                    "for",
                    "to",
                    "expires",
                    "due",
                    "copyright",
                    "©",
                ],
            );
        let date = match place {
            Place::Day { year: YearRule::Written(_), .. } | Place::Numeric { .. } => read,
            // Without a year, that of the nearest such day.
            _ => nearest(read, published?),
        };
        let item = passage.item(at)?;
        (written && !kept).then(|| Given {
            date,
            span: item.span,
            words: item.words().to_owned(),
            zone: passage.sentence.zone,
        })
    });
    places.collect()
}

/// The day in the year that brings it nearest to another.
fn nearest(day: Date, to: Date) -> Date {
    let years = [to.year().saturating_sub(1), to.year(), to.year().saturating_add(1)];
    let returns = years.into_iter().filter_map(|year| Date::new(year, day.month(), day.day()).ok());
    returns.min_by_key(|date| days_between(*date, to).abs()).unwrap_or(day)
}

fn finding(subject: &Subject<'_>, published: &Published, given: &Given) -> Option<Report> {
    const TIME_ZONES: i64 = 2;
    let apart = days_between(published.date, given.date).abs();
    let same = published.span.is_some_and(|span| span.intersects(given.span));
    if apart <= TIME_ZONES || same {
        return None;
    }
    let place = if given.zone == ZoneKind::Dateline { "the dateline" } else { "the header" };
    let source = match published.source {
        PublishedSource::FrontMatter => "the page's metadata",
        PublishedSource::Header => "the header",
        PublishedSource::Dateline => "the dateline",
        PublishedSource::Annotation => "your note",
        PublishedSource::Inferred | PublishedSource::Option => "the file's name",
    };
    let mut report = Report::new(
        given.span,
        format!(
            "{place} says “{}”, {source} {}: {apart} days apart{}",
            given.words,
            long(published.date),
            probable(subject, published.date, given.date).map(|why| format!(" ({why})")).unwrap_or_default()
        ),
    );
    if let Some(span) = published.span {
        let words = span.of_text(subject.text).split_whitespace().collect::<Vec<_>>().join(" ");
        let message = format!("“{words}” is taken for the publication date");
        report = report.with(Related { doc: subject.article.doc, span, message });
    }
    Some(
        report
            .because(format!("{source} gives {}", long(published.date)))
            .because(format!("{place} gives {}", long(given.date)))
            .because(format!("{apart} days lie between them; time zones and nights explain two at most")),
    )
}

/// Which mistake would make the one day out of the other, and which of the two the story bears out.
fn probable(subject: &Subject<'_>, one: Date, other: Date) -> Option<String> {
    let (day, month) = ((one.day(), other.day()), (one.month(), other.month()));
    let swapped = |number: i8| number % 10 * 10 + number / 10;
    let doubled = |short: i8, long: i8| short < 10 && long == short * 11;
    let likely = borne_out(subject, one, other).map(|day| format!(", {} fits the story", long(day)));
    let same_day = (one.month(), one.day()) == (other.month(), other.day());
    let what = match () {
        () if same_day && (one.year() - other.year()).abs() == 1 && one.month() == 1 => {
            "last year’s number in January"
        }
        () if same_day => "the year differs alone",
        () if day.0 == day.1 && one.year() == other.year() => "the month differs alone",
        () if month.0 == month.1 && day.0 == swapped(day.1) && day.0 != day.1 => "digits of the day swapped",
        () if month.0 == month.1 && (doubled(day.0, day.1) || doubled(day.1, day.0)) => {
            "a digit of the day doubled"
        }
        () if (one.month(), one.day()) == (other.day(), other.month()) => "day and month swapped",
        () => return likely.map(|likely| likely.trim_start_matches(", ").to_owned()),
    };
    Some(format!("{what}{}", likely.unwrap_or_default()))
}

/// The one of two days that more days of the story lie just before.
fn borne_out(subject: &Subject<'_>, one: Date, other: Date) -> Option<Date> {
    const NEAR: i64 = 14;
    let written = |passage: &Passage<'_>, at: usize| match passage.place(at)? {
        place @ Place::Day { month: Some(_), .. } => Some((passage.day(at)?, has_year(place))),
        _ => None,
    };
    let near = |to: Date, (day, has_year): (Date, bool)| {
        let day = if has_year { day } else { nearest(day, to) };
        plus(to, -NEAR).is_some_and(|from| from <= day) && plus(to, 2).is_some_and(|until| day <= until)
    };
    let days: Vec<(Date, bool)> = Prose::story(subject)
        .flat_map(|passage| passage.dates().filter_map(|at| written(&passage, at)).collect::<Vec<_>>())
        .collect();
    let count = |to: Date| days.iter().filter(|day| near(to, **day)).count();
    match count(one).cmp(&count(other)) {
        std::cmp::Ordering::Greater => Some(one),
        std::cmp::Ordering::Less => Some(other),
        std::cmp::Ordering::Equal => None,
    }
}
