//! Numbers of an article that stand for one thing, as [`number_two_values`] compares them.
//!
//! [`number_two_values`]: crate::checks::article::number_two_values

pub mod amounts;
pub mod compounds;
pub mod groups;
pub mod retold;
pub mod scores;
