//! Check: weekday-mismatch
//!
//! A weekday that does not fit the date written with it: `Tuesday, February 20, 2020` was a Thursday.
//!
//! With a year, that year decides. Without one, the day nearest to publication is meant; a day more than four
//! months away may be the one before or the one after, a verb in the past or the future tense may turn to the
//! one on its side, and another year that the text speaks of there is tried too: the finding is made only where
//! the weekday fits none of these. On a page without a publication date the dates without a year are compared
//! with each other: no year may have them all. Weekday and date need not be one expression (`Wednesday (Feb.
//! 18)`, `18 February, a Wednesday`, `Feb. 18 fell on a Wednesday`, `Monday to Wednesday, 3-5 June`), but a
//! headline's weekday and the date line below it are two.
//!
//! (Measured on 2,841 clean news articles: no hit.)

use std::ops::Range;

use jiff::civil::{Date, Weekday};

use crate::base::span::Span;
use crate::checks::article::prose::calendar::{days_between, long};
use crate::checks::article::prose::ranges::{Grain, stretches};
use crate::checks::article::prose::{ItemKind, Passage, Prose};
use crate::checks::{Check, Related, Report, Severity, Subject};
use crate::lang::dates::CalendarDay;
use crate::lang::dates::rule::{Lean, Pick, Place, YearRule};
use crate::source::ZoneKind;

/// See the module.
pub struct WeekdayMismatch;

impl Check for WeekdayMismatch {
    fn code(&self) -> &'static str {
        "weekday-mismatch"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn in_draft(&self) -> Severity {
        Severity::Error
    }

    fn summary(&self) -> &'static str {
        "a weekday that does not fit its date"
    }

    fn run(&self, subject: &Subject<'_>, report: &mut Vec<Report>) {
        let published = subject.snapshot.published(subject.article).map(|published| published.date);
        let sentences: Vec<Passage<'_>> = Prose::passages(subject).collect();
        let mut open = Vec::new();
        for (number, passage) in sentences.iter().enumerate() {
            for pair in pairs(passage) {
                let found = match (pair.year(passage), published) {
                    (Some(year), _) => with_year(&pair, year),
                    (None, Some(published)) => {
                        let years = years_near(&sentences, number, published);
                        without_year(passage, &pair, published, &years)
                    }
                    (None, None) => {
                        open.push(pair);
                        None
                    }
                };
                report.extend(found);
            }
        }
        let dated = subject.facts.dates.iter().filter_map(|date| date.calendar_day()?.year).next().is_some();
        if !dated {
            report.extend(compared(subject, &open));
        }
    }
}

/// A day and the weekday that is written with it.
struct Pair {
    /// Where both stand.
    span: Span,
    words: String,
    day: CalendarDay,
    /// Where the day stands.
    at: usize,
    written: Weekday,
}

impl Pair {
    /// The year that the words say: as a number, or as `last year`.
    fn year(&self, passage: &Passage<'_>) -> Option<i16> {
        let counted = match passage.place(self.at) {
            Some(Place::Day { year: YearRule::Offset(_), .. }) => passage.day(self.at).map(Date::year),
            _ => None,
        };
        self.day.year.or(counted)
    }
}

/// Every day of a sentence that a weekday is written with.
fn pairs(passage: &Passage<'_>) -> Vec<Pair> {
    let own = |at: usize| {
        let day = passage.date(at)?.calendar_day()?;
        first_of_two(passage, at).or(Some((at..at + 1, at, day, day.weekday?)))
    };
    let told = matches!(passage.sentence.zone, ZoneKind::Body | ZoneKind::Headline | ZoneKind::Caption);
    let told_of = |at: &usize| !told || !is_name(passage, *at);
    let mut found: Vec<_> = passage.dates().filter(told_of).filter_map(own).collect();
    if told {
        found.extend(
            (0..passage.count()).filter_map(|at| before(passage, at).or_else(|| behind(passage, at))),
        );
        found.extend(in_stretches(passage));
    }
    let pair = |(range, at, day, written): (Range<usize>, usize, CalendarDay, Weekday)| Pair {
        span: passage.span(range.clone()),
        words: passage.words(range),
        day,
        at,
        written,
    };
    found.into_iter().map(pair).collect()
}

/// `Monday and Tuesday, May 15 and 16`: the day is that of the first weekday, not of the one beside it.
fn first_of_two(passage: &Passage<'_>, at: usize) -> Option<Found> {
    let joins = |at: usize| passage.is_any(at, &["and", "to", "through", "or", "&", "-", "–"]);
    let day = passage.date(at)?.calendar_day()?;
    let one = at.checked_sub(2)?;
    let two = joins(one + 1) && joins(at + 1);
    let follows = passage.number(at + 2).is_some() || passage.date(at + 2).is_some();
    (two && follows).then_some((one..at + 1, at, day, weekday(passage, one)?))
}

type Found = (Range<usize>, usize, CalendarDay, Weekday);

/// `Sheffield Wednesday`, `Bloody Sunday`: a name.
fn is_name(passage: &Passage<'_>, at: usize) -> bool {
    const LEADS: &[&str] = &[
        "on", "by", "last", "next", "this", "late", "early", "and", "from", "until", "since", "between",
        "through", "but",
    ];
    passage.back(at, 1).is_some_and(|before| {
        before.kind == ItemKind::Word
            && before.words().starts_with(char::is_uppercase)
            && !before.is_any(LEADS)
    })
}

fn weekday(passage: &Passage<'_>, at: usize) -> Option<Weekday> {
    match passage.place(at)? {
        Place::Weekday { weekday, pick } if !matches!(pick, Pick::Previous | Pick::Following) => {
            Weekday::from_monday_one_offset(i8::try_from(weekday).ok()?).ok()
        }
        _ => None,
    }
}

fn bare_day(passage: &Passage<'_>, at: usize) -> Option<CalendarDay> {
    let day = passage.date(at)?.calendar_day()?;
    // `03/04/2020` is read in one way or the other.
    let is_open = matches!(passage.place(at), Some(Place::Numeric { first: ..=12, second: ..=12, .. }));
    (day.weekday.is_none() && !is_open).then_some(day)
}

/// `on Wednesday (Feb. 18)`, `on Thursday evening, the 18th of February`: the weekday before the day.
fn before(passage: &Passage<'_>, at: usize) -> Option<Found> {
    let written = weekday(passage, at).filter(|_| !is_name(passage, at))?;
    let opens = passage.is(at + 1, "(");
    let parted = passage.is_any(at + 1, &[",", "(", "-", "–", "—"])
        && !passage.item(at + 1)?.is_tight | opens | passage.is(at + 1, ",");
    let next = if parted { at + 2 } else { at + 1 };
    let next = if passage.is(next, "the") { next + 1 } else { next };
    let day = bare_day(passage, next)?;
    // `Friday, May 3-5`: a stretch has days of its own; `(Feb. 18-20)`.
    let stretches = passage.item(next + 1).is_some_and(|item| item.is_dash() && item.is_tight);
    let closed = !opens || passage.is_any(next + 1, &[")", ",", ";"]);
    (!stretches && closed).then_some((at..next + 1, next, day, written))
}

/// `18 February, a Wednesday`, `Feb. 18 (Wednesday)`, `Feb. 18, which fell on a Wednesday`.
fn behind(passage: &Passage<'_>, at: usize) -> Option<Found> {
    const FALLS: &[&str] = &["falls", "fell", "fall"];
    let day = bare_day(passage, at)?;
    let mut next = at + 1;
    let bracketed = passage.is(next, "(");
    let comma = passage.is(next, ",");
    if bracketed || comma {
        next += 1;
    }
    if comma && passage.is(next, "which") {
        next += 1;
    }
    let start = next;
    if passage.is(next, "will") {
        next += 1;
    }
    if passage.is_any(next, FALLS) && passage.is(next + 1, "on") {
        next += 2;
    } else if passage.is_any(next, &["is", "was", "be"]) && passage.is(next + 1, "a") {
        next += 1;
    }
    let linked = next > start;
    let apposed = comma && passage.is(next, "a");
    if passage.is(next, "a") {
        next += 1;
    }
    let written = weekday(passage, next)?;
    let ends =
        passage.item(next + 1).is_none_or(|item| item.is_mark() || item.is_any(&["in", "at", "this", "and"]));
    let is_pair = bracketed && passage.is(next + 1, ")") || linked || apposed || comma && ends;
    // `on May 3, Tuesday and Friday`: a list.
    let list = passage.is_any(next + 1, &["and", "or"]) && weekday(passage, next + 2).is_some();
    (is_pair && !list).then_some((at..next + 1, at, day, written))
}

/// `Monday to Wednesday, 3-5 June`, `Saturday and Sunday, June 8 and 9`: both ends of two stretches.
fn in_stretches(passage: &Passage<'_>) -> Vec<Found> {
    let all = stretches(passage);
    let mut found = Vec::new();
    for (one, other) in all.iter().zip(all.iter().skip(1)) {
        let between = one.items.end..other.items.start;
        let close = between.len() <= 2
            && between.clone().all(|at| passage.is_any(at, &[",", "(", "on", "from", "the", "-", "–"]));
        if one.grain != Grain::Weekday || other.grain != Grain::Day || !close {
            continue;
        }
        let range = one.items.start..other.items.end;
        let day = |date: Date, at: usize| {
            let read = passage.date(at).and_then(|date| date.calendar_day());
            let year = read.and_then(|day| day.year);
            let (month, day) = (u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?);
            Some(CalendarDay { year, month, day, weekday: None })
        };
        let first = day(other.first.first, other.ends.0).zip(weekday(passage, one.ends.0));
        let last = day(other.last.last, other.ends.1).zip(weekday(passage, one.ends.1));
        let both = [(first, other.ends.0), (last, other.ends.1)];
        let pairs = both
            .into_iter()
            .filter_map(|(pair, at)| pair.map(|(day, weekday)| (range.clone(), at, day, weekday)));
        found.extend(pairs.take(1));
    }
    found
}

fn with_year(pair: &Pair, year: i16) -> Option<Report> {
    let date = date_of(pair.day, year)?;
    let right = date.weekday();
    (right != pair.written).then(|| {
        Report::new(
            pair.span,
            format!("{} falls on a {}, not a {}", long(date), name(right), name(pair.written)),
        )
    })
}

fn without_year(passage: &Passage<'_>, pair: &Pair, published: Date, others: &[i16]) -> Option<Report> {
    /// So many days away the day nearest to publication is the one that is meant.
    const SURE: i64 = 120;
    /// From so many days away on, a tense may turn to the day on its side.
    const TURNS: i64 = 21;
    let year = published.year();
    let returns = [year - 1, year, year + 1].into_iter().filter_map(|year| date_of(pair.day, year));
    let nearest = returns.min_by_key(|date| days_between(*date, published).abs())?;
    let away = days_between(published, nearest);
    let lean = passage.date(pair.at).map_or(Lean::None, |date| date.lean);
    let mut years = vec![nearest.year()];
    if away.abs() > SURE || away > TURNS && lean != Lean::Ahead {
        years.push(nearest.year() - i16::from(away > 0));
    }
    if away.abs() > SURE || away < -TURNS && matches!(lean, Lean::Ahead | Lean::Hope) {
        years.push(nearest.year() + i16::from(away < 0));
    }
    years.extend(passage.day(pair.at).map(Date::year));
    years.extend_from_slice(others);
    let fits = |year: &i16| date_of(pair.day, *year).is_some_and(|date| date.weekday() == pair.written);
    if years.iter().any(fits) {
        return None;
    }
    let right = name(nearest.weekday());
    let near = [nearest.year() - 1, nearest.year() + 1].iter().any(fits);
    let tail = if near { ", as publication has it" } else { "; nor does a year near it fit" };
    Some(
        Report::new(
            pair.span,
            format!("{} falls on a {right}, not a {}{tail}", long(nearest), name(pair.written)),
        )
        .because(format!("“{}” has no year; the article is of {}", pair.words, long(published)))
        .because(format!("the nearest such day is {}, a {right}", long(nearest))),
    )
}

/// Other years that the sentence, those before it and the next one speak of.
pub fn years_near(sentences: &[Passage<'_>], number: usize, published: Date) -> Vec<i16> {
    const BEFORE: usize = 4;
    let near = sentences.iter().take(number + 2).skip(number.saturating_sub(BEFORE));
    let mut years = Vec::new();
    for passage in near {
        for at in passage.dates() {
            let Some(days) = passage.days(at) else { continue };
            let short = days_between(days.first, days.last) <= 366;
            if short && days.first.year() != published.year() {
                years.push(days.first.year());
            }
        }
    }
    years
}

/// Days of a page whose year nobody knows: the one that no year has together with the others.
fn compared(subject: &Subject<'_>, pairs: &[Pair]) -> Option<Report> {
    let (first, rest) = pairs.split_first()?;
    // A leap year and a common one beginning with each weekday; with autumn before it, as in January.
    let years = 2000..2028;
    let fits = |year: i16, pair: &Pair| {
        let date = |year| date_of(pair.day, year).map(Date::weekday) == Some(pair.written);
        date(year) || pair.day.month >= 9 && pairs.iter().any(|pair| pair.day.month <= 4) && date(year - 1)
    };
    let misfits = |year: i16| pairs.iter().filter(|pair| !fits(year, pair)).count();
    let best = years.clone().map(misfits).min()?;
    if rest.is_empty() || best != 1 {
        return None;
    }
    let wrong: Vec<&Pair> = pairs
        .iter()
        .filter(|pair| years.clone().any(|year| misfits(year) == 1 && !fits(year, pair)))
        .collect();
    let (pair, other) = match wrong.as_slice() {
        [pair] => (*pair, pairs.iter().find(|other| other.span != pair.span)?),
        [.., pair] if pairs.len() == 2 => (*pair, first),
        _ => return None,
    };
    let message = format!("no year has both “{}” and “{}”", pair.words, other.words);
    let related = Related {
        doc: subject.article.doc,
        span: other.span,
        message: format!("“{}” is the other day", other.words),
    };
    Some(
        Report::new(pair.span, message)
            .with(related)
            .because("neither day has a year, and the page says nothing of its own")
            .because(format!("in a year that has “{}”, that day is another", other.words)),
    )
}

fn date_of(day: CalendarDay, year: i16) -> Option<Date> {
    Date::new(year, i8::try_from(day.month).ok()?, i8::try_from(day.day).ok()?).ok()
}

fn name(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}
