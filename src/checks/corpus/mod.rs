//! Checks that look at what other articles say.

pub mod event_day;
pub mod event_status;
