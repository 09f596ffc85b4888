//! SKELETON: to be written.
use jiff::civil::Date;

use crate::lang::dates::{DateExpr, Timex};

/// The values of one article's expressions, in the same order and number, counted from the day on
/// which it was published. Without that day, weekdays and the like stay open (`XXXX-WXX-1`).
pub fn resolve(_dates: &[DateExpr], _published: Option<Date>) -> Vec<Timex> {
    Vec::new()
}
