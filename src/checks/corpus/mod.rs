//! Checks that look at what other articles say.

pub mod event_day;
