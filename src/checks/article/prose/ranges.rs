//! Stretches of time that a sentence names by both ends: `Sept. 15-16`, `from 3 to 10 March`,
//! `between 2008 and 2010`, `Friday to Monday`. Whether the ends are in order is not judged here.

mod spells;

use std::ops::Range;

use jiff::civil::Date;

use crate::checks::article::prose::calendar::days_between;
use crate::checks::article::prose::{ItemKind, Passage};
use crate::lang::dates::DayInterval;
use crate::lang::dates::rule::{Place, YearRule};

/// A stretch of time and where it stands.
#[derive(Clone, PartialEq, Debug)]
pub struct Stretch {
    /// The items, `from` or `between` included.
    pub items: Range<usize>,
    /// Where the two ends stand.
    pub ends: (usize, usize),
    pub form: Form,
    pub grain: Grain,
    pub first: DayInterval,
    pub last: DayInterval,
    /// Both years are written or the months are the same: the ends can be compared.
    pub is_comparable: bool,
}

/// How the two ends are joined.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// `Sept. 15-16`
    Dash,
    /// `Sept. 15 to 16`, without `from`.
    To,
    FromTo,
    BetweenAnd,
    /// `opens on 3 May and closes on 10 May`
    Verbs,
}

/// What the ends are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Grain {
    Day,
    /// Bare weekdays.
    Weekday,
    Month,
    Year,
}

impl Stretch {
    /// From the first day to the last, both counted; a stretch of bare weekdays is less than a week, and
    /// one whose years are not known goes into the next year where its ends ask for it.
    pub fn days(&self) -> Option<i64> {
        let days = days_between(self.first.first, self.last.last) + 1;
        match self.grain {
            Grain::Weekday => Some((days - 1).rem_euclid(7) + 1),
            Grain::Day if days < 1 && !self.is_comparable => Some(days + 365),
            _ => Some(days).filter(|days| *days > 0),
        }
    }
}

/// Every stretch of a sentence, in order.
pub fn stretches(passage: &Passage<'_>) -> Vec<Stretch> {
    let mut found: Vec<Stretch> = Vec::new();
    let mut at = 0;
    while at < passage.count() {
        match stretch(passage, at) {
            Some(stretch) => {
                at = stretch.items.end;
                found.push(stretch);
            }
            None => at += 1,
        }
    }
    if found.is_empty() {
        found.extend(spells::spell(passage));
    }
    found
}

fn stretch(passage: &Passage<'_>, start: usize) -> Option<Stretch> {
    let lead = passage.is_any(start, &["from", "between"]);
    let one = if lead { start + 1 } else { start };
    let one =
        if lead && passage.is_any(one, &["the", "on", "about", "early", "late"]) { one + 1 } else { one };
    // `from Tuesday, May 12, to Saturday, May 16`
    let joint = if lead && passage.is(one + 1, ",") { one + 2 } else { one + 1 };
    let item = passage.item(joint)?;
    let form = match () {
        () if item.is_dash()
            && passage.item(joint + 1).is_some_and(|next| next.is_tight == item.is_tight) =>
        {
            Form::Dash
        }
        () if passage.is(start, "between") && item.is("and") => Form::BetweenAnd,
        () if passage.is(start, "from") && item.is_any(&["to", "until", "till", "through"]) => Form::FromTo,
        () if !lead && item.is_any(&["to", "through", "until"]) => Form::To,
        () => return None,
    };
    let other = if passage.is_any(joint + 1, &["the", "early", "late"]) { joint + 2 } else { joint + 1 };
    let ends = ends(passage, one, other, form)?;
    Some(Stretch {
        items: start..other + 1,
        ends: (one, other),
        form,
        grain: ends.grain,
        first: ends.first,
        last: ends.last,
        is_comparable: ends.is_comparable,
    })
}

struct Ends {
    grain: Grain,
    first: DayInterval,
    last: DayInterval,
    is_comparable: bool,
}

fn ends(passage: &Passage<'_>, one: usize, other: usize, form: Form) -> Option<Ends> {
    match (passage.place(one), passage.place(other)) {
        // `from the 12th to the 9th of May`
        (Some(Place::Day { month: None, day, .. }), Some(Place::Day { month: Some(_), .. })) => {
            let to = passage.day(other)?;
            Some(of_days(Date::new(to.year(), to.month(), i8::try_from(day).ok()?).ok()?, to))
        }
        (Some(first), Some(last)) => both(passage, (one, first), (other, last)),
        (Some(first), None) => number_behind(passage, (one, first), other, form),
        // `set for 27 to 18 August`; not `voted 27 to 18`.
        (None, Some(last))
            if form != Form::To || passage.back(one, 1).is_some_and(|item| item.is_any(&["for", "on"])) =>
        {
            number_before(passage, one, (other, last))
        }
        _ => None,
    }
}

fn both(passage: &Passage<'_>, (one, first): (usize, Place), (other, last): (usize, Place)) -> Option<Ends> {
    let (mut from, mut to) = (passage.days(one)?, passage.days(other)?);
    let grain = match (first, last) {
        (Place::Year(_), Place::Year(_)) => Grain::Year,
        (Place::Month { .. }, Place::Month { .. }) => Grain::Month,
        (Place::Weekday { .. }, Place::Weekday { .. }) => Grain::Weekday,
        (Place::Day { .. } | Place::Numeric { .. }, Place::Day { .. } | Place::Numeric { .. }) => Grain::Day,
        _ => return None,
    };
    if grain == Grain::Day && (passage.day(one).is_none() || passage.day(other).is_none()) {
        return None;
    }
    let written = (has_year(first), has_year(last));
    let same_month = grain == Grain::Day && from.first.month() == to.first.month();
    if same_month && written.0 != written.1 {
        // The one year that is written is that of both.
        let year = if written.0 { from.first.year() } else { to.first.year() };
        let moved = |days: DayInterval| {
            let date = Date::new(year, days.first.month(), days.first.day()).ok()?;
            Some(DayInterval { first: date, last: date })
        };
        (from, to) = (moved(from)?, moved(to)?);
    }
    let same_year = from.first.year() == to.first.year();
    let is_comparable = match grain {
        Grain::Year => true,
        Grain::Day => (written.0 && written.1) || (same_month && same_year),
        Grain::Month => written.0 && written.1,
        Grain::Weekday => false,
    };
    Some(Ends { grain, first: from, last: to, is_comparable })
}

/// `Sept. 16-15`, `2010-2008`: the second end is a bare number.
fn number_behind(
    passage: &Passage<'_>,
    (one, first): (usize, Place),
    other: usize,
    form: Form,
) -> Option<Ends> {
    let number = whole(passage, other)?;
    let goes_on = passage.item(other + 1).is_some_and(|next| {
        next.is_tight && !matches!(next.kind, ItemKind::Mark('.' | ',' | ';' | ')' | '”' | '"'))
    });
    let ends_phrase =
        passage.item(other + 1).is_none_or(|next| next.is_mark() || next.is_any(&["in", "at", "and"]));
    if goes_on || (form != Form::Dash && !ends_phrase) {
        return None;
    }
    let from = passage.days(one)?;
    match first {
        Place::Day { month: Some(_), .. } => {
            let from = passage.day(one)?;
            let to = Date::new(from.year(), from.month(), i8::try_from(number).ok()?).ok()?;
            Some(of_days(from, to))
        }
        Place::Year(_) if form == Form::Dash && (1000..2100).contains(&number) => {
            let year = i16::try_from(number).ok()?;
            let last =
                DayInterval { first: Date::new(year, 1, 1).ok()?, last: Date::new(year, 12, 31).ok()? };
            Some(Ends { grain: Grain::Year, first: from, last, is_comparable: true })
        }
        _ => None,
    }
}

/// `from 16 to 15 September`: the first end is a bare number, the second begins with its own.
fn number_before(passage: &Passage<'_>, one: usize, (other, last): (usize, Place)) -> Option<Ends> {
    let Place::Day { month: Some(_), .. } = last else { return None };
    let number = whole(passage, one)?;
    let day_first = passage.word(other).starts_with(|first: char| first.is_ascii_digit());
    let begins =
        !passage.item(one)?.is_tight || passage.back(one, 1).is_none_or(|before| before.words() == "(");
    if !day_first || !begins {
        return None;
    }
    let to = passage.day(other)?;
    let from = Date::new(to.year(), to.month(), i8::try_from(number).ok()?).ok()?;
    Some(of_days(from, to))
}

fn of_days(from: Date, to: Date) -> Ends {
    let day = |date| DayInterval { first: date, last: date };
    Ends { grain: Grain::Day, first: day(from), last: day(to), is_comparable: true }
}

/// A number in digits that stands by itself.
fn whole(passage: &Passage<'_>, at: usize) -> Option<u32> {
    let digits = passage.word(at).bytes().all(|byte| byte.is_ascii_digit());
    // `from the 12th to the 9th of May`
    let ordinal =
        passage.ordinal(at).filter(|_| passage.word(at).starts_with(|first: char| first.is_ascii_digit()));
    ordinal.or_else(|| passage.number(at).filter(|_| digits)?.count())
}

/// Whether a year is written with it.
pub fn has_year(place: Place) -> bool {
    match place {
        Place::Day { year, .. } | Place::Month { year, .. } => matches!(year, YearRule::Written(_)),
        Place::Numeric { .. } | Place::Year(_) => true,
        _ => false,
    }
}
