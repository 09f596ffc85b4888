//! The families of time expressions, one file each.
//!
//! A family reads one expression that begins at the cursor, or nothing. Of several readings the
//! longest wins; of equally long ones the family that stands first in [`FAMILIES`].

mod clock;
mod day;
mod duration;
mod holiday;
mod month;
mod offset;
mod part_of_day;
mod quarter;
mod reference;
mod season;
mod set;
mod unit;
mod weekday;
mod year;

use crate::lang::dates::cursor::Cursor;
use crate::lang::dates::opening::Opening;
use crate::lang::dates::rule::{Modifier, Rule};

/// An expression that begins at the cursor.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Found {
    /// The index of the token behind it.
    pub end: usize,
    pub rule: Rule,
    pub modifier: Option<Modifier>,
}

impl Found {
    fn new(end: usize, rule: Rule) -> Self {
        Found { end, rule, modifier: None }
    }

    fn with(self, modifier: Option<Modifier>) -> Self {
        Found { modifier, ..self }
    }
}

type Family = fn(&Cursor) -> Option<Found>;

/// What an amount of time begins with: `three days ago`, `for several weeks`.
const COUNTED: Opening = Opening::DIGITS
    .or(Opening::ARTICLE)
    .or(Opening::NUMBER)
    .or(Opening::VAGUE)
    .or(Opening::UNIT)
    .or(Opening::SHIFT)
    .or(Opening::OTHER);

/// All families, each with what it can begin with.
pub const FAMILIES: &[(Opening, Family)] = &[
    (
        Opening::DIGITS
            .or(Opening::ARTICLE)
            .or(Opening::ORDINAL)
            .or(Opening::NUMBER)
            .or(Opening::MONTH)
            .or(Opening::WEEKDAY)
            .or(Opening::SHIFT)
            .or(Opening::UNIT),
        day::read,
    ),
    (Opening::DIGITS.or(Opening::NUMBER).or(Opening::PART_OF_DAY), clock::read),
    (Opening::WEEKDAY.or(Opening::SHIFT).or(Opening::EDGE).or(Opening::ARTICLE), weekday::read),
    (Opening::MONTH.or(Opening::SHIFT).or(Opening::EDGE).or(Opening::ARTICLE), month::read),
    (
        Opening::DIGITS
            .or(Opening::ARTICLE)
            .or(Opening::ORDINAL)
            .or(Opening::SHIFT)
            .or(Opening::UNIT)
            .or(Opening::OTHER),
        quarter::read,
    ),
    (
        Opening::DIGITS
            .or(Opening::MARK)
            .or(Opening::ARTICLE)
            .or(Opening::NUMBER)
            .or(Opening::ORDINAL)
            .or(Opening::EDGE)
            .or(Opening::UNIT)
            .or(Opening::OTHER),
        year::read,
    ),
    (Opening::ARTICLE.or(Opening::SHIFT).or(Opening::EDGE).or(Opening::UNIT), unit::read),
    (COUNTED, offset::read),
    (
        Opening::ADVERB.or(Opening::ARTICLE).or(Opening::SHIFT).or(Opening::NUMBER).or(Opening::OTHER),
        reference::read,
    ),
    (COUNTED, duration::read),
    (Opening::ADVERB.or(Opening::OTHER).or(Opening::UNIT), set::read),
    (Opening::PART_OF_DAY.or(Opening::SHIFT).or(Opening::EDGE).or(Opening::ARTICLE), part_of_day::read),
    (Opening::SEASON.or(Opening::SHIFT).or(Opening::EDGE).or(Opening::ARTICLE), season::read),
    (Opening::HOLIDAY.or(Opening::SHIFT), holiday::read),
];

/// The longest expression that begins at the cursor.
pub fn read(c: &Cursor) -> Option<Found> {
    let opening = c.token(c.start).map_or(Opening::NONE, Opening::of);
    let mut best: Option<Found> = None;
    for (begins, family) in FAMILIES {
        if begins.meets(opening)
            && let Some(found) = family(c)
            && best.is_none_or(|best| best.end < found.end)
        {
            best = Some(found);
        }
    }
    best
}

/// An expression that continues the one before it: the `16` of `Sept. 15-16`, the `91` of `1990-91`.
/// It ends before `at`, where the cursor's expression began. Where both share a year that is written at the end
/// (`Sept. 15-16, 2020`) the first one gets it too.
pub fn read_continuation(c: &Cursor, at: usize, before: &mut Rule) -> Option<(usize, Found)> {
    day::continuation(c, at, before)
        .or_else(|| year::continuation(c, at, before))
        .or_else(|| unit::continuation(c, at, *before))
}
