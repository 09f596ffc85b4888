//! Seasons: `last fall`, `the summer of 1994`, `winter 2019`, `this spring`.
//!
//! Under 2 % of every set; value -SP, -SU, -FA, -WI (dates.md §4, rule 8). A bare `fall` or `spring`
//! is a verb or a well more often than a season: a shift, an article behind `in`, or a year is asked for.

use crate::lang::dates::cursor::Cursor;
use crate::lang::dates::families::{Found, day, month, year};
use crate::lang::dates::numbers;
use crate::lang::dates::rule::{Pick, Place, Rule, Season, YearRule};
use crate::lang::dates::words::Shift;

pub fn read(c: &Cursor) -> Option<Found> {
    let (modifier, at) = month::edge(c, c.start);
    let the = c.is(at, "the");
    let at = c.skip(at, "the");
    let (inner, at) = match c.edge(at) {
        Some(inner) if the => (inner, c.skip(at + 1, "-")),
        _ => (None, at),
    };
    let (pick, at) = match (c.shift(at), c.shift(at + 1)) {
        (Some(Shift::This), Some(Shift::Past | Shift::Last)) => (Some(Pick::Last), at + 2),
        (Some(Shift::This), Some(Shift::Coming)) => (Some(Pick::Next), at + 2),
        (Some(Shift::This), _) => (Some(Pick::This), at + 1),
        (Some(Shift::Last | Shift::Past), _) => (Some(Pick::Last), at + 1),
        (Some(Shift::Next | Shift::Coming), _) => (Some(Pick::Next), at + 1),
        (Some(Shift::That | Shift::Same), _) => (Some(Pick::Nearest), at + 1),
        (Some(Shift::Previous), _) if the => (Some(Pick::Previous), at + 1),
        (Some(Shift::Following), _) if the => (Some(Pick::Following), at + 1),
        _ => (None, at),
    };
    let (season, false) = c.season(at)? else { return None };
    let (year, end) = season_year(c, at + 1);
    let written = !matches!(year, YearRule::Unsaid);
    if c.is_glued(at + 1, "-") {
        return None;
    }
    let introduced = pick.is_some() || written || modifier.is_some() || inner.is_some();
    let alone =
        the && c.after_any(&[
            "in", "during", "of", "for", "by", "until", "since", "through", "over", "before", "into",
        ]) || c.after_any(&["in", "during", "since", "by", "until"]) && !c.is_capital(at);
    if !introduced && (!alone || the && season == Season::Autumn && c.is(at, "fall") || c.is(at + 1, "of")) {
        return None;
    }
    if matches!(season, Season::Autumn | Season::Spring)
        && !introduced
        && !the
        && c.is_any(at, &["fall", "spring"])
    {
        return None;
    }
    if the && pick.is_none() && !written && c.is_any(at + 1, &["of", "in", "to", "from"]) && c.is(at, "fall")
    {
        return None;
    }
    let year = match (year, pick) {
        (YearRule::Unsaid, Some(Pick::Nearest)) => YearRule::Named(0),
        (YearRule::Unsaid, Some(pick)) => YearRule::Pick(pick),
        (year, _) => year,
    };
    Some(Found::new(end, Rule::place(Place::Season { year, season })).with(modifier.or(inner)))
}

fn season_year(c: &Cursor, at: usize) -> (YearRule, usize) {
    let next = c.skip(at, "of");
    let written = year::era_year(c, next)
        .or_else(|| day::year_number(c, next))
        .or_else(|| numbers::spelled_year(c, next))
        .or_else(|| year::short_year(c, next));
    if let Some((year, end)) = written {
        let spans_two = c.is_any(end, &["-", "–", "/"]) && c.glued(end).is_some();
        let end = if spans_two && c.glued_digits(end + 1).is_some() { end + 2 } else { end };
        return (YearRule::Written(year), end);
    }
    match day::year_behind(c, next) {
        (YearRule::Offset(by), end) => (YearRule::Offset(by), end),
        (YearRule::Named(0), end) => (YearRule::Named(0), end),
        _ => (YearRule::Unsaid, at),
    }
}
