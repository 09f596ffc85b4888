//! Time expressions: found once, resolved late.
//!
//! [`recognize()`] finds the expressions of a text and keeps each as a rule and a distance from its
//! anchor ([`DateExpr`]). [`resolve()`] computes the TIMEX3 values of an article's expressions when the
//! publication date is known, without reading the text again. Numeric dates keep both readings until
//! then ([`DayMonthOrder`]). Nothing filed or cached depends on the
//! resolved values.
//!
//! The way of a text: [`scan`] cuts it into tokens with the senses of their [`words`]; at each word
//! that can begin an expression the [`families`] read from a [`cursor`]; [`tense`] looks at the verbs
//! round what they found. Every figure in these files comes from the development data (TimeBank and
//! AQUAINT, 1822 expressions) unless it says otherwise.

mod cursor;
mod families;
mod holidays;
mod numbers;
mod opening;
pub mod recognize;
pub mod resolve;
pub mod rule;
mod scan;
mod tense;
pub mod timex3;
pub mod value;
mod words;

pub use numbers::{is_number_word, leading as leading_number};
pub use recognize::recognize;
pub use resolve::{numeric_orders, orders_numbers, resolve};
pub use rule::{DayMonthOrder, OrderCounts};
pub use value::{AnchorKind, Bearing, CalendarDay, DateExpr, DayInterval, Setting, Timex, TimexKind};

#[cfg(test)]
mod tests;
