//! Check: impossible-date
//!
//! A day that no calendar has: `Feb. 30`, `Sept. 31`, `29 February 2023`, `31/04/2020`, `29 to 31 April`.
//!
//! A 29 February without a year is that of the year that brings it within four months of publication; where it
//! is further away, birthdays or leap years are spoken of, or the page has no day, it is left alone: some year
//! has one. So is a day that the text itself calls wrong: in quotation marks by itself (`gave the date as “June
//! 31”`), near words like `misprint` or `no such date`, or where the text says how many days the month has.
//! (Measured on 2,841 clean news articles: no hit.)

use jiff::civil::Date;

use crate::checks::article::prose::calendar::days_between;
use crate::checks::article::prose::{ItemKind, Passage, Prose, Sentence};
use crate::checks::article::weekday_mismatch::years_near;
use crate::checks::{Check, Report, Severity, Subject};
use crate::lang::dates::CalendarDay;
use crate::lang::dates::rule::{Place, YearRule};

/// See the module.
pub struct ImpossibleDate;

impl Check for ImpossibleDate {
    fn code(&self) -> &'static str {
        "impossible-date"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn in_draft(&self) -> Severity {
        Severity::Error
    }

    fn summary(&self) -> &'static str {
        "a date that does not exist"
    }

    fn run(&self, subject: &Subject<'_>, report: &mut Vec<Report>) {
        let sentences: Vec<Passage<'_>> = Prose::passages(subject).collect();
        let denied = sentences.iter().any(|passage| denies(passage));
        for (number, passage) in sentences.iter().enumerate() {
            let next = sentences.get(number + 1).map(|next| next.sentence);
            let found: Vec<Report> = (0..passage.count())
                .filter_map(|at| {
                    let (day, words) =
                        written(&sentences, number, at).or_else(|| end_of_stretch(passage, at))?;
                    let impossible = !exists(day) && !denied && !is_quoted_alone(passage, at);
                    let span = passage.item(at)?.span;
                    (impossible && !is_called_wrong(passage, next))
                        .then(|| Report::new(span, message(day, &words)))
                })
                .collect();
            report.extend(found);
        }
    }
}

/// The day at the item, with the year that is meant where that is plain.
fn written(sentences: &[Passage<'_>], number: usize, at: usize) -> Option<(CalendarDay, String)> {
    let passage = sentences.get(number)?;
    let day = passage.date(at)?.calendar_day()?;
    let words = passage.word(at).to_owned();
    if (day.month, day.day, day.year) != (2, 29, None) {
        return Some((day, words));
    }
    let year = match passage.place(at) {
        // `29 February this year`
        Some(Place::Day { year: YearRule::Offset(by), .. }) => {
            passage.published().map(|published| published.year() + i16::from(by))
        }
        Some(Place::Day { year: YearRule::Unsaid, .. }) => year_of_leap_day(sentences, number),
        _ => None,
    };
    Some((CalendarDay { year, ..day }, words))
}

/// The year whose end of February is near enough to publication to be the one that is meant.
fn year_of_leap_day(sentences: &[Passage<'_>], number: usize) -> Option<i16> {
    const NEAR: i64 = 120;
    const LEAPS: &[&str] = &[
        "leap",
        "born",
        "birthday",
        "birthdays",
        "leaplings",
        "leapling",
        "every",
        "anniversary",
        "calendar",
        "calendars",
        "ago",
    ];
    let passage = sentences.get(number)?;
    let published = passage.published()?;
    let years = [published.year() - 1, published.year(), published.year() + 1];
    let ends = years.into_iter().filter_map(|year| Date::new(year, 3, 1).ok());
    let nearest = ends.min_by_key(|date| days_between(*date, published).abs())?;
    let leaps = |sentence: &Sentence| sentence.items().iter().any(|item| item.is_any(LEAPS));
    // Another year that is spoken of may have the day.
    let has = |year: &i16| Date::new(*year, 2, 29).is_ok();
    let other = years_near(sentences, number, published).iter().any(has);
    let before = passage.before.is_some_and(leaps);
    let near = days_between(nearest, published).abs() <= NEAR;
    (near && !other && !before && !leaps(passage.sentence)).then_some(nearest.year())
}

/// The second end of `April 28-31`, `April 28 to 31`: a number without a month.
fn end_of_stretch(passage: &Passage<'_>, at: usize) -> Option<(CalendarDay, String)> {
    let joint = at.checked_sub(1)?;
    let first = joint.checked_sub(1)?;
    let joined = passage.item(joint)?.is_dash() || passage.is_any(joint, &["to", "through", "until", "and"]);
    let day = passage.date(first)?.calendar_day()?;
    let month_first = passage.word(first).starts_with(|letter: char| letter.is_ascii_alphabetic());
    let ordinal = passage.ordinal(at);
    let number = passage.number(at).and_then(|number| number.count()).or(ordinal)?;
    let digits = passage.word(at).bytes().next().is_some_and(|byte| byte.is_ascii_digit());
    let number =
        u8::try_from(number).ok().filter(|number| (29..=31).contains(number) && *number > day.day)?;
    // `on April 28 and 31 people`: a noun behind the number is what it counts.
    let ends =
        passage.item(at + 1).is_none_or(|next| next.is_mark() && !next.is_any(&["%", "$", "-", "/", ":"]))
            || passage.is_any(at + 1, &["in", "at", "for", "with", "but", "when", "as"])
                && !passage.is(joint, "and");
    let spelled = month_first && matches!(passage.place(first), Some(Place::Day { month: Some(_), .. }));
    let year = day.year.or(Some(2000).filter(|_| day.month != 2));
    let word = passage.words(first..at + 1);
    (joined && digits && ends && spelled).then_some((CalendarDay { year, day: number, ..day }, word))
}

/// Whether some calendar has the day; without a year, whether a leap year has it.
fn exists(day: CalendarDay) -> bool {
    let (Ok(month), Ok(of_month)) = (i8::try_from(day.month), i8::try_from(day.day)) else { return false };
    Date::new(day.year.unwrap_or(2000), month, of_month).is_ok()
}

/// `gave the date as “June 31”`: a quotation of the day and little else.
fn is_quoted_alone(passage: &Passage<'_>, at: usize) -> bool {
    const SHORT: usize = 3;
    let opens = |at: usize| passage.is_any(at, &["“", "\"", "«", "„", "‘", "'", "``"]);
    let closes = |at: usize| passage.is_any(at, &["”", "\"", "»", "“", "’", "'", "''"]);
    let before = (at.saturating_sub(SHORT)..at).any(opens);
    before && (at + 1..at + 1 + SHORT).any(closes)
}

/// `June has 30 days`, `no such date`, `a day that is on no calendar`: the text knows.
fn denies(passage: &Passage<'_>) -> bool {
    let count = passage.count();
    let is = |at: usize, words: &[&str]| passage.is_any(at, words);
    let has_days = |at: usize| {
        let length = passage.word(at + 1).to_ascii_lowercase();
        let days = |words: &str| words.ends_with("days") && !words.starts_with("the");
        is(at, &["has", "had", "have", "only", "contains", "ends"])
            && (days(&length) && passage.date(at + 1).is_some()
                || passage.is(at + 1, "only") && days(&passage.word(at + 2).to_ascii_lowercase())
                || passage.number(at + 1).is_some() && passage.is(at + 2, "days"))
            && before_an_aside(passage, at).is_some_and(|before| is_month(passage, before))
    };
    let day = [
        "date",
        "day",
        "dates",
        "calendar",
        "calendars",
        "february",
        "april",
        "june",
        "september",
        "november",
        "31st",
        "30th",
    ];
    let speaks = passage.has_any(0..count, &day)
        || passage.dates().any(|at| passage.date(at).is_some_and(|date| date.calendar_day().is_some()));
    let missing = |at: usize| {
        is(at, &["exist", "existed", "exists"])
            && passage.has_before(
                at,
                3,
                &["not", "never", "n't", "n’t", "doesn't", "doesn’t", "didn't", "didn’t"],
            )
            || is(at, &["nonexistent", "non-existent", "inexistent", "impossible", "fictitious", "imaginary"])
            || is(at, &["no", "any"]) && is(at + 1, &["such", "calendar"])
            || is(at, &["never"]) && is(at + 1, &["was", "were", "existed", "came", "happened"])
    };
    (0..count).any(|at| has_days(at) || speaks && missing(at))
}

/// The item before a place, what stands between two commas left out: `November, as the judge said, has`.
fn before_an_aside(passage: &Passage<'_>, at: usize) -> Option<usize> {
    const LONGEST: usize = 10;
    let before = at.checked_sub(1)?;
    if !passage.is(before, ",") {
        return Some(before);
    }
    let opens = (before.saturating_sub(LONGEST)..before).rev().find(|at| passage.is(*at, ","))?;
    opens.checked_sub(1)
}

/// Whether the item is a month by itself.
fn is_month(passage: &Passage<'_>, at: usize) -> bool {
    matches!(passage.place(at), Some(Place::Month { .. }))
        || passage.is_any(at, &["month", "it", "which", "february", "april", "june", "september", "november"])
}

/// Whether the sentence, the one before or the next calls something written a mistake or a forgery.
fn is_called_wrong(passage: &Passage<'_>, next: Option<&Sentence>) -> bool {
    const WRITTEN_WRONG: &[&str] = &[
        "misprint",
        "misprinted",
        "misprints",
        "typo",
        "typos",
        "typographical",
        "misdated",
        "forged",
        "forger",
        "forgery",
        "forgeries",
        "fake",
        "faked",
        "counterfeit",
        "erroneous",
        "erroneously",
        "mistakenly",
        "mistyped",
        "clerical",
        "nonexistent",
        "non-existent",
        "fictitious",
        "bogus",
        "falsified",
        "doctored",
        "invalid",
        "nonsensical",
        "impossible",
    ];
    const WRONG: &[&str] = &[
        "mistake",
        "mistakes",
        "error",
        "errors",
        "slip",
        "blunder",
        "glitch",
        "bug",
        "wrong",
        "wrongly",
        "incorrect",
        "incorrectly",
        "confusion",
        "joke",
        "hoax",
        "fraud",
        "gaffe",
        "muddle",
        "baffled",
        "puzzled",
        "correction",
        "corrected",
        "software",
        "fault",
        "faulty",
        "oddity",
        "laughed",
        "laughter",
    ];
    const SHEETS: &[&str] = &[
        "date",
        "dates",
        "dated",
        "calendar",
        "calendars",
        "notice",
        "notices",
        "printed",
        "print",
        "typed",
        "document",
        "documents",
        "deed",
        "form",
        "forms",
        "certificate",
        "letter",
        "letters",
        "invitation",
        "ticket",
        "tickets",
        "poster",
        "website",
        "database",
        "computer",
        "invoice",
        "receipt",
        "contract",
        "sign",
    ];
    let sentences = [Some(passage.sentence), passage.before, next];
    let has = |words: &[&str]| {
        sentences.iter().flatten().any(|sentence| {
            sentence.items().iter().any(|item| {
                // A mark at the end belongs to no word.
                matches!(item.kind, ItemKind::Word | ItemKind::Name(_)) && item.is_any(words)
            })
        })
    };
    let own = passage.has_any(0..passage.count(), WRONG);
    has(WRITTEN_WRONG) || own || has(WRONG) && has(SHEETS)
}

fn message(day: CalendarDay, words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let month =
        i8::try_from(day.month).ok().and_then(|month| Date::new(day.year.unwrap_or(2000), month, 1).ok());
    match month {
        None => format!("“{words}” does not exist: there is no month {}", day.month),
        Some(first) => {
            let name = first.strftime("%B");
            let days = first.days_in_month();
            match day.year.filter(|_| day.month == 2 && day.day == 29) {
                Some(year) => format!("“{words}” does not exist: {year} is not a leap year"),
                None => format!("“{words}” does not exist: {name} has {days} days"),
            }
        }
    }
}
