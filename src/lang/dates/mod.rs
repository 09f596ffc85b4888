//! Time expressions: found once, resolved late.
//!
//! [`recognize`] finds the expressions of a text and keeps each as a rule and a distance from its
//! anchor ([`DateExpr`]). [`resolve`] computes the TIMEX3 values of an article's expressions when the
//! publication date is known, without reading the text again. Nothing filed or cached depends on the
//! resolved values.

pub mod recognize;
pub mod resolve;
pub mod value;

pub use recognize::recognize;
pub use resolve::resolve;
pub use value::{AnchorKind, CalendarDay, DateExpr, DayInterval, Timex, TimexKind};
