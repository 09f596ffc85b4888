//! Which number of `03/04/2020` is the day: as the article's own numeric dates show it, else as those of
//! the folder do, else not known. One of `18/2/2020` is no month and shows the order.

use crate::lang::dates::DateExpr;
use crate::lang::dates::rule::{DayMonthOrder, OrderCounts, Place, Rule};

/// The two numbers of a numeric date.
fn numbers(date: &DateExpr) -> Option<(u8, u8)> {
    match date.rule {
        Rule::Place { place: Place::Numeric { first, second, .. }, .. } => Some((first, second)),
        _ => None,
    }
}

/// Whether the order of other dates decides what one of these means.
pub fn orders_numbers(dates: &[DateExpr]) -> bool {
    dates.iter().filter_map(numbers).any(|(first, second)| is_ambiguous(first, second))
}

pub fn is_ambiguous(first: u8, second: u8) -> bool {
    first <= 12 && second <= 12 && first != second
}

/// The orders that the numeric dates show by themselves.
pub fn numeric_orders(dates: &[DateExpr]) -> OrderCounts {
    let mut counts = OrderCounts::default();
    for shown in dates.iter().filter_map(numbers).filter_map(|(first, second)| shown(first, second)) {
        match shown {
            DayMonthOrder::DayFirst => counts.day_first += 1,
            DayMonthOrder::MonthFirst => counts.month_first += 1,
        }
    }
    counts
}

/// The order that two numbers show by themselves.
pub fn shown(first: u8, second: u8) -> Option<DayMonthOrder> {
    match (first, second) {
        (13.., 1..=12) => Some(DayMonthOrder::DayFirst),
        (1..=12, 13..) => Some(DayMonthOrder::MonthFirst),
        _ => None,
    }
}
