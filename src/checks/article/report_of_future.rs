//! Check: report-of-future
//!
//! A report of what happened on a day that had not come: `met on Feb. 20` in an article of Feb. 18. (Table of
//! date checks, row 15.)
//!
//! A past tense or perfect must govern the day, before it (`handed down the sentence on Feb. 28`, `has been
//! closed since Feb. 28`) or behind it (`On Feb. 28, the two …`, `The court on Feb. 28 …`), or the day is that
//! of a misfortune (`the Feb. 28 blast`). Any verb counts; one of saying, deciding or arranging only right
//! beside its day, and an event that is fixed beforehand only where it was held, begun or won: `criticised the
//! vote on Feb. 28` is left alone. The day is written with its month and lies two days or more after
//! publication and the last update that the page tells of; without a year two months at most, and only where
//! the text before does not speak of another year. What `is scheduled`, `was to`, or is a condition is left
//! alone, and so are the days of accounts, and quotations.
//!
//! (Measured on 2,841 clean texts, of which 355 have a known day of publication: no hit.)

use jiff::civil::Date;

use crate::checks::article::plan_in_past::{Appeared, OVER, is_dated, quoted};
use crate::checks::article::prose::calendar::{counted, days_between};
use crate::checks::article::prose::told::{Told, telling};
use crate::checks::article::prose::{Item, ItemKind, Passage, Prose, Sentence};
use crate::checks::{Check, Report, Severity, Subject};
use crate::lang::dates::rule::{From, Place, Rule, YearRule};
use crate::lang::dates::{DateExpr, Timex};
use crate::source::ZoneKind;

/// See the module.
pub struct ReportOfFuture;

impl Check for ReportOfFuture {
    fn code(&self) -> &'static str {
        "report-of-future"
    }

    fn severity(&self) -> Severity {
        Severity::Information
    }

    fn in_draft(&self) -> Severity {
        Severity::Warning
    }

    fn summary(&self) -> &'static str {
        "a report of what happened on a day after the article was published"
    }

    fn run(&self, subject: &Subject<'_>, report: &mut Vec<Report>) {
        let Some(published) = Appeared::of(subject) else { return };
        let is_news = is_news(subject);
        let last = Prose::passages(subject).filter_map(|passage| updated(&passage)).max();
        // A caption may be older than the page.
        let told: Vec<Passage<'_>> =
            Prose::story(subject).filter(|passage| passage.sentence.zone != ZoneKind::Caption).collect();
        for (number, passage) in told.iter().enumerate() {
            let before = told.get(number.saturating_sub(HISTORY)..number).unwrap_or_default();
            // A paragraph tells its own story, but for one that goes on with `On Feb. 28 …`.
            let goes_on = passage.is(0, "on") && passage.date(1).is_some();
            let breaks = (0..before.len()).rev().find(|at| {
                let next = before.get(at + 1).unwrap_or(passage);
                !goes_on && before.get(*at).is_some_and(|one| is_break(subject, one, next))
            });
            let before = before.get(breaks.map_or(0, |at| at + 1)..).unwrap_or_default();
            let places = passage.dates().filter(|at| is_news || is_dated(passage, *at));
            report.extend(places.filter_map(|at| finding((before, passage), at, published, last)));
        }
    }
}

/// Whether a paragraph ends between two sentences.
fn is_break(subject: &Subject<'_>, one: &Passage<'_>, next: &Passage<'_>) -> bool {
    let (one, next) = (one.span(0..one.count()), next.span(0..1));
    let between = subject.text.get(one.end as usize..next.start as usize).unwrap_or_default();
    between.matches('\n').count() > 1 || between.contains("</p")
}

/// So many sentences before may say which year is told of.
const HISTORY: usize = 3;

/// Whether the page speaks of its own days: by a dateline or date line, a weekday, `last week`, `this year`. In a
/// history, which speaks of other years alone, a day without a year may be of any.
fn is_news(subject: &Subject<'_>) -> bool {
    let published = subject.snapshot.published(subject.article);
    let shown = published.is_none_or(|published| published.span.is_some());
    let counted = |date: &DateExpr| match date.rule {
        Rule::Place { place: Place::Weekday { .. }, .. } => true,
        Rule::Place { place: Place::Offset { from, .. }, .. } => from == From::Published,
        Rule::Place {
            place: Place::Day { year, .. } | Place::Month { year, .. } | Place::Season { year, .. },
            ..
        } => {
            matches!(year, YearRule::Offset(_) | YearRule::Pick(_))
        }
        _ => false,
    };
    let year = published.map(|published| published.date.year());
    let of_another = |timex: &Timex| timex.interval.is_some_and(|days| Some(days.first.year()) != year);
    let filed = subject.facts.zones.iter().any(|zone| zone.kind == ZoneKind::Dateline);
    shown || filed || subject.facts.dates.iter().any(counted) || !subject.timexes.iter().any(of_another)
}

/// The day on which the page says that it was changed.
fn updated(passage: &Passage<'_>) -> Option<Date> {
    const CHANGES: &[&str] =
        &["updated", "update", "corrected", "correction", "modified", "revised", "edited", "amended"];
    let is_told = matches!(passage.sentence.zone, ZoneKind::Body | ZoneKind::Headline);
    let page = ["this", "story", "article", "version", "page"];
    let says = passage.has_any(0..passage.count(), CHANGES)
        && (!is_told || passage.has_any(0..passage.count(), &page));
    passage.dates().filter_map(|at| passage.day(at)).max().filter(|_| says)
}

fn finding(
    (before, passage): (&[Passage<'_>], &Passage<'_>),
    at: usize,
    published: Appeared,
    last: Option<Date>,
) -> Option<Report> {
    const AHEAD: i64 = 62;
    const FAR: i64 = 400;
    let day = published.meant(passage, at)?;
    let ahead = days_between(published.date, day);
    let dated = is_dated(passage, at);
    if ahead < OVER
        || ahead > (if dated { FAR } else { AHEAD })
        || last.is_some_and(|last| days_between(last, day) < OVER)
    {
        return None;
    }
    let verb = telling(passage, at).filter(|telling| telling.told == Told::Over)?.by;
    if is_open(passage, at, verb) || !dated && other_year(before, passage, at) {
        return None;
    }
    let words = quoted(passage, verb, at);
    let (day, appeared) = (published.words_of(day), published.words());
    Some(
        Report::new(
            passage.item(at)?.span,
            format!("“{words}” lies {} after publication on {appeared}", counted(ahead, "day")),
        )
        .because(format!("the article is of {appeared} (publication date)"))
        .because(format!("“{}” tells of what has happened", passage.word(verb)))
        .because(format!("“{}” is {day}, {} later", passage.word(at), counted(ahead, "day"))),
    )
}

/// Whether words of planning, of habit or of a condition stand in the sentence.
fn is_open(passage: &Passage<'_>, at: usize, verb: usize) -> bool {
    const PLANS: &[&str] = &["scheduled", "due", "planned", "expected", "deadline"];
    const CONDITIONS: &[&str] =
        &["if", "unless", "would", "could", "should", "might", "may", "will", "once", "whether"];
    const HABITS: &[&str] =
        &["traditionally", "annually", "usually", "normally", "always", "every", "each", "born", "birthday"];
    let recurs =
        passage.dates().any(|at| matches!(passage.date(at).map(|date| date.rule), Some(Rule::Every(_))));
    recurs
        || passage.before.into_iter().chain([passage.sentence]).any(of_last_season)
        || passage.has_any(verb.min(at)..verb.max(at), PLANS)
        || passage.has_any(0..verb, CONDITIONS)
        || passage.has_any(0..at, HABITS)
}

/// `last season`, `the previous campaign`: what is told of may be a year old.
fn of_last_season(sentence: &Sentence) -> bool {
    const SEASONS: &[&str] =
        &["season", "term", "campaign", "edition", "tournament", "winter", "summer", "session"];
    let pairs = sentence.items().iter().zip(sentence.items().iter().skip(1));
    pairs.into_iter().any(|(one, other)| one.is_any(&["last", "previous"]) && other.is_any(SEASONS))
}

/// Whether this sentence, or the last before it that has a date, tells of another year. One that is named in passing (`the plant, built
/// in 1911, …`) is not what is told of.
fn other_year(before: &[Passage<'_>], passage: &Passage<'_>, at: usize) -> bool {
    let published = passage.published().map(|published| published.year());
    let days = |item: &Item| match item.kind {
        ItemKind::Date(index) => passage.subject.timexes.get(index).and_then(|timex| timex.interval),
        _ => None,
    };
    let other = |item: &Item| days(item).is_some_and(|days| Some(days.first.year()) != published);
    let here = passage.sentence.items();
    let told = here.iter().enumerate().any(|(place, item)| {
        let clause = place.min(at)..place.max(at);
        let beside = here.get(clause).is_some_and(|between| !between.iter().any(parts));
        place != at && other(item) && (leads(here, place) || beside && !is_since(here, place))
    });
    // A weekday that fits says which year it is.
    let weekday = matches!(passage.place(at), Some(Place::Day { weekday: Some(_), .. }));
    // The last that has a date.
    let mut before = before.iter().rev().map(|passage| passage.sentence.items());
    let dated = before.find(|items| items.iter().any(|item| days(item).is_some()));
    let Some(before) = dated.filter(|_| !weekday && !told) else { return told };
    let of_this = |item: &Item| days(item).is_some_and(|days| days.first == days.last) && !other(item);
    let past = before.iter().enumerate().any(|(place, item)| other(item) && leads(before, place));
    past && !before.iter().any(of_this)
}

/// Whether a date stands at the head of a sentence or in its main clause.
fn leads(items: &[Item], at: usize) -> bool {
    const HEAD: usize = 3;
    let main = items.get(..at).is_some_and(|before| !before.iter().any(parts));
    at <= HEAD || main && !is_since(items, at)
}

/// `for the first time since 1986`
fn is_since(items: &[Item], at: usize) -> bool {
    at.checked_sub(1)
        .and_then(|before| items.get(before))
        .is_some_and(|before| before.is_any(&["since", "than"]))
}

/// What begins another clause.
fn parts(item: &Item) -> bool {
    item.is_any(&[",", ";", "-", "–", "—", "(", "that", "which", "who", "whose", "where", "when", "whom"])
}
