//! What the files of a folder have in common where one of them leaves something open.
//!
//! A habit is a function of a sum over documents, so the order of their arrival does not matter.

use crate::corpus::Corpus;
use crate::lang::dates::DayMonthOrder;

/// Whether the folder's numeric dates put the day or the month first: as most of those do that show it
/// (`18/2/2020`). `None` where none shows it, or as many show either.
pub fn day_month_order(corpus: &Corpus) -> Option<DayMonthOrder> {
    corpus.orders().order()
}
