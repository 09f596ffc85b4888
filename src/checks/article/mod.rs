//! Checks that look at one article alone.

pub mod impossible_date;
pub mod weekday_mismatch;
