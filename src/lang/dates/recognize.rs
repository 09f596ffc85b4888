//! SKELETON: to be written.
use crate::lang::dates::DateExpr;
use crate::source::Zone;

/// The time expressions of a text that lie in the given zones, sorted, disjoint; spans are offsets of `text`.
pub fn recognize(_text: &str, _zones: &[Zone]) -> Vec<DateExpr> {
    Vec::new()
}
