//! Check: dateline-mismatch
//!
//! Places of one page that disagree about its day: the header, the wire dateline, front matter, the page's
//! metadata and address, a line that says when it was published, and the file's name. (Table of date checks,
//! row 17: 56 sites in 2,872 clean articles, no hit.)
//!
//! Two days apart or less is time zones and night shifts. What a line calls updated may be later and no
//! earlier; what it calls saved or accessed is no day of publication and is not compared. A file is often named
//! by the day on which it was saved: a page that gives an earlier day than its name is left alone but where the
//! two look like a slip (the year or the month alone, two digits swapped or doubled, day and month swapped). The
//! explanation says which slip the two readings look like, and which of them the story bears out.
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
        let told = Prose::story(subject).filter_map(|passage| said_in_story(&passage));
        let given: Vec<Given> =
            front.flat_map(|passage| days(&passage)).chain(address(subject)).chain(told).collect();
        // One page, one finding: what disagrees first.
        let found = given.iter().find_map(|day| finding(subject, &published, day));
        report.extend(found.or_else(|| named_otherwise(subject, &published)));
    }
}

/// A day that a place of the page gives.
struct Given {
    date: Date,
    span: Span,
    words: String,
    zone: ZoneKind,
    /// The line says that the page was changed on this day.
    is_update: bool,
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
        let is_update = label(&about) == Label::Updated;
        let kept = label(&about) == Label::Kept
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
            is_update,
        })
    });
    places.collect()
}

/// `This story was published on May 18, 2023.`, and a dateline that ends in a full stop: `KARESH, May 18.`
fn said_in_story(passage: &Passage<'_>) -> Option<Given> {
    const PAGE: &[&str] = &["this", "the"];
    const KIND: &[&str] = &["story", "article", "report", "page", "piece", "dispatch", "item"];
    const DID: &[&str] = &["published", "posted", "filed", "issued"];
    let at = passage.dates().find(|at| {
        let written = matches!(passage.place(*at), Some(Place::Day { year: YearRule::Written(_), .. }));
        written && passage.day(*at).is_some()
    })?;
    let says = passage.is_any(0, PAGE)
        && passage.is_any(1, KIND)
        && passage.is_any(2, &["was", "is"])
        && passage.has_any(3..at, DID)
        && !passage.has_any(0..at, &["updated", "earlier", "first", "originally", "not", "corrected"])
        && passage.is(at.checked_sub(1)?, "on");
    says.then(|| Given {
        date: passage.day(at).unwrap_or_default(),
        span: passage.span(at..at + 1),
        words: passage.word(at).to_owned(),
        zone: passage.sentence.zone,
        is_update: false,
    })
}

/// The day in the address of the page: `https://…/2023/05/18/…`.
fn address(subject: &Subject<'_>) -> Option<Given> {
    const LENGTH: usize = "/2023/05/18/".len();
    let zones = subject.facts.zones.iter().filter(|zone| zone.kind == ZoneKind::Header);
    zones.into_iter().find_map(|zone| {
        let words = zone.span.of_text(subject.text);
        let start = words.find("://")?;
        let line = words.get(start..)?.split_whitespace().next()?;
        let found = line.match_indices('/').find_map(|(at, _)| {
            let part = line.get(at..at + LENGTH)?;
            let day = part.strip_prefix('/')?.strip_suffix('/')?.replace('/', "-");
            Some((at, day.parse::<Date>().ok()?))
        });
        let (at, date) = found?;
        let first = start + at + 1;
        let span = Span::of(first..first + LENGTH - 2).offset_by(zone.span.start);
        let words = span.of_text(subject.text).to_owned();
        Some(Given { date, span, words, zone: zone.kind, is_update: false })
    })
}

/// A page whose own day goes against the file's name.
fn named_otherwise(subject: &Subject<'_>, published: &Published) -> Option<Report> {
    const TIME_ZONES: i64 = 2;
    let named = subject.snapshot.facts(subject.article.doc)?.named?;
    let span = published.span?;
    let own = matches!(published.source, PublishedSource::Header | PublishedSource::Dateline);
    let later = days_between(named, published.date);
    let slip = slip(published.date, named).is_some()
        && borne_out(subject, published.date, named) != Some(published.date)
        || other_year(published.date, named);
    // Nobody saves a page before it appears.
    if !own || later.abs() <= TIME_ZONES || later < 0 && !slip {
        return None;
    }
    let place = place_name(if published.source == PublishedSource::Header {
        ZoneKind::Header
    } else {
        ZoneKind::Dateline
    });
    let words = span.of_text(subject.text).split_whitespace().collect::<Vec<_>>().join(" ");
    let why = probable(subject, named, published.date).map(|why| format!(" ({why})")).unwrap_or_default();
    let apart = later.abs();
    Some(
        Report::new(
            span,
            format!("{place} says “{words}”, the file's name {}: {apart} days apart{why}", long(named)),
        )
        .because(format!("{place} gives {}", long(published.date)))
        .because(format!("the file's name gives {}", long(named)))
        .because(format!("{apart} days lie between them; time zones and nights explain two at most")),
    )
}

/// The same day of another year, give or take a night.
fn other_year(one: Date, other: Date) -> bool {
    let moved = Date::new(other.year(), one.month(), one.day());
    one.year() != other.year() && moved.is_ok_and(|moved| days_between(moved, other).abs() <= 2)
}

fn place_name(zone: ZoneKind) -> &'static str {
    match zone {
        ZoneKind::Dateline => "the dateline",
        ZoneKind::Header => "the header",
        _ => "the text",
    }
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
    // A page may be changed long after it appeared, and not before.
    let later = given.is_update && published.date <= given.date;
    if apart <= TIME_ZONES || same || later {
        return None;
    }
    let place = place_name(given.zone);
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
    let likely = borne_out(subject, one, other).map(|day| format!(", {} fits the story", long(day)));
    match slip(one, other) {
        Some(what) => Some(format!("{what}{}", likely.unwrap_or_default())),
        None => likely.map(|likely| likely.trim_start_matches(", ").to_owned()),
    }
}

/// The slip of a typist that would make the one day out of the other.
fn slip(one: Date, other: Date) -> Option<&'static str> {
    let (day, month) = ((one.day(), other.day()), (one.month(), other.month()));
    let swapped = |number: i8| number % 10 * 10 + number / 10;
    let doubled = |short: i8, long: i8| short < 10 && long == short * 11;
    let same_day = (one.month(), one.day()) == (other.month(), other.day());
    let same_year = one.year() == other.year();
    match () {
        () if same_day && (one.year() - other.year()).abs() == 1 && one.month() == 1 => {
            Some("last year’s number in January")
        }
        () if same_day => Some("the year differs alone"),
        () if day.0 == day.1 && same_year => Some("the month differs alone"),
        () if !same_year => None,
        () if month.0 == month.1 && day.0 == swapped(day.1) && day.0 != day.1 => {
            Some("digits of the day swapped")
        }
        () if month.0 == month.1 && (doubled(day.0, day.1) || doubled(day.1, day.0)) => {
            Some("a digit of the day doubled")
        }
        () if (one.month(), one.day()) == (other.day(), other.month()) => Some("day and month swapped"),
        () => None,
    }
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
