//! Holidays: `Christmas`, `Thanksgiving Day`, `New Year's Eve`, `last Easter`, `Easter week`.
//!
//! The names and the rules of their days stand in `holidays.tsv`; their computation in
//! [`crate::lang::dates::holidays`].

use crate::lang::dates::cursor::Cursor;
use crate::lang::dates::families::{Found, day};
use crate::lang::dates::holidays;
use crate::lang::dates::rule::{Pick, Place, Rule, Unit, YearRule};
use crate::lang::dates::words::{Sense, Shift};

/// What is named after a holiday: no day is meant.
const ADORNED: &[&str] = &[
    "tree", "trees", "shopping", "party", "parties", "card", "cards", "present", "presents", "lights",
    "market", "markets", "carols", "island", "bunny", "eggs", "dinner", "turkey",
];

pub fn read(c: &Cursor) -> Option<Found> {
    let (pick, at) = match c.shift(c.start) {
        Some(Shift::Last) => (Some(Pick::Last), c.start + 1),
        Some(Shift::Next) => (Some(Pick::Next), c.start + 1),
        Some(Shift::This) => (Some(Pick::This), c.start + 1),
        _ => (None, c.start),
    };
    let is_first = c.any_sense(at, |sense| (sense == Sense::Holiday).then_some(())).is_some();
    if !is_first || !c.is_capital(at) {
        return None;
    }
    let (holiday, end) = holidays::find(c, at)?;
    if c.is_any(end, ADORNED) {
        return None;
    }
    let (year, end) = match (day::year_behind(c, end), pick) {
        ((YearRule::Unsaid, _), Some(pick)) => (YearRule::Pick(pick), end),
        (found, _) => found,
    };
    if let Some((unit @ (Unit::Week | Unit::Weekend), false)) = c.unit(end) {
        return Some(Found::new(end + 1, Rule::place(Place::HolidayRound { year, holiday, unit })));
    }
    Some(Found::new(end, Rule::place(Place::Holiday { year, holiday })))
}
