//! Checks of what the analyst keeps beside the articles.

pub mod stale_suppression;
