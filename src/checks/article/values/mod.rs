//! Numbers of an article that stand for one thing, as [`number_two_values`] compares them.
//!
//! [`number_two_values`]: crate::checks::article::number_two_values

pub mod amounts;
pub mod compounds;
pub mod groups;
pub mod retold;
pub mod scores;

use crate::checks::article::prose::Passage;
use crate::lang::dates::rule::Place;

/// Whether a sentence goes back to another year: what it counts is another thing.
pub fn is_history(passage: &Passage<'_>) -> bool {
    let now = passage.published().map(|published| published.year());
    let told = |at: &usize| !passage.back(*at, 1).is_some_and(|item| item.is_any(&["since", "from"]));
    passage.dates().filter(told).any(|at| match passage.place(at) {
        Some(Place::Year(year)) => Some(year) != now,
        Some(Place::Decade(_) | Place::Century(_)) => true,
        _ => passage.days(at).is_some_and(|days| now.is_some_and(|now| days.last.year() < now - 1)),
    })
}
