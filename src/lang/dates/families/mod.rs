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

/// All families.
pub const FAMILIES: &[Family] = &[
    day::read,
    clock::read,
    weekday::read,
    month::read,
    quarter::read,
    year::read,
    unit::read,
    offset::read,
    reference::read,
    duration::read,
    set::read,
    part_of_day::read,
    season::read,
    holiday::read,
];

/// The longest expression that begins at the cursor.
pub fn read(c: &Cursor) -> Option<Found> {
    let mut best: Option<Found> = None;
    for family in FAMILIES {
        if let Some(found) = family(c)
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
    day::continuation(c, at, before).or_else(|| year::continuation(c, at, before))
}
