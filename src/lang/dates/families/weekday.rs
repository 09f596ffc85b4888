//! Weekdays: `Friday`, `last Monday`, `late Tuesday`, `Wednesday night`, `Fridays`.
//!
//! 17.2 % of the development data, the largest family. Of 297 bare ones 132 are the day of writing,
//! 139 lie in the six days before it, 15 in the six after it (dates.md §4): the latest that is not
//! ahead, unless the nearest verb looks ahead. `late` and `early` stand inside, `earlier` and `later`
//! outside (6 of 7). The possessive `'s` stays outside (1 in 42 inside).

use crate::lang::dates::cursor::Cursor;
use crate::lang::dates::families::Found;
use crate::lang::dates::rule::{Every, Pick, Place, Rule, Time};
use crate::lang::dates::words::{Shift, WeekdayForm};

pub fn read(c: &Cursor) -> Option<Found> {
    let (modifier, at) = match c.edge(c.start) {
        Some(_) if c.is_any(c.start, &["earlier", "later"]) => return None,
        Some(modifier) => (modifier, c.start + 1),
        None => (None, c.start),
    };
    let (pick, at) = pick(c, at);
    let (weekday, form) = c.weekday(at).filter(|_| c.is_capital(at))?;
    if form == WeekdayForm::Short && pick == Pick::Nearest && !short_form(c, at) || is_title(c, at) {
        return None;
    }
    let mut end = at + 1;
    if form == WeekdayForm::Short {
        end = if c.is_glued(end, ".") { end + 1 } else { end };
    }
    let part = c.part(end).filter(|_| form != WeekdayForm::Plural);
    if let Some((_, true)) = part {
        let rule = Rule::Every(Every::Weekday { weekday, part: part.map(|(part, _)| part) });
        return Some(Found::new(end + 1, rule));
    }
    if form == WeekdayForm::Plural {
        return Some(Found::new(end, Rule::Every(Every::Weekday { weekday, part: None })));
    }
    let time = part.map(|(part, _)| Time::Part(part));
    let end = if time.is_some() { end + 1 } else { end };
    let place = Place::Weekday { weekday, pick };
    Some(Found::new(end, Rule::Place { place, time }).with(modifier))
}

/// A bare weekday at `at`, for a clock before it.
pub fn weekday_at(c: &Cursor, at: usize) -> Option<(Place, usize)> {
    let (pick, at) = pick(c, at);
    let (weekday, _) = c.weekday(at).filter(|(_, form)| *form == WeekdayForm::Full && c.is_capital(at))?;
    Some((Place::Weekday { weekday, pick }, at + 1))
}

/// `last`, `next`, `this coming`, `the previous` before a weekday.
fn pick(c: &Cursor, at: usize) -> (Pick, usize) {
    match c.shift(at) {
        Some(Shift::Last | Shift::Past) => (Pick::Last, at + 1),
        Some(Shift::Next | Shift::Coming) => (Pick::Next, at + 1),
        Some(Shift::This) => match c.shift(at + 1) {
            Some(Shift::Past | Shift::Last) => (Pick::Last, at + 2),
            Some(Shift::Coming | Shift::Next) => (Pick::Next, at + 2),
            _ => (Pick::This, at + 1),
        },
        _ => match c.is(at, "the").then(|| c.shift(at + 1)).flatten() {
            Some(Shift::Previous) => (Pick::Previous, at + 2),
            Some(Shift::Following) => (Pick::Following, at + 2),
            _ => (Pick::Nearest, at),
        },
    }
}

/// A short weekday by itself is asked for a full stop, or a bar or comma and a number behind it.
fn short_form(c: &Cursor, at: usize) -> bool {
    c.is_glued(at + 1, ".")
        && !c.is_capital(at + 2)
        && c.letters(at).len() >= 3
        && !c.is_any(at, &["sun", "sat", "mon"])
}

/// `Sunday Times`, `Good Friday`: a name.
fn is_title(c: &Cursor, at: usize) -> bool {
    const PAPERS: &[&str] = &["Times", "Telegraph", "Mail", "Mirror", "Herald", "Express", "Post", "Bloody"];
    c.is_capital(at + 1) && c.is_any(at + 1, PAPERS)
        || c.start == at
            && c.after_any(&["Bloody", "Black", "Super", "Fat", "Ruby", "Man"])
            && !c.starts_sentence()
}
