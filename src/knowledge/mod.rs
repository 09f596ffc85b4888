//! Conclusions over groups of facts. Every function here gives the same answer for the same multiset
//! of contributions, whatever their order: that is what makes "incremental = from scratch" hold.

pub mod accounts;
pub mod affairs;
pub mod almanac;
mod census;
pub mod chronology;
mod clusters;
pub mod copies;
pub mod decisions;
pub mod entities;
mod groups;
pub mod habits;
pub mod memo;
pub mod network;
pub mod offices;
pub mod parallels;
pub mod roles;
pub mod rounds;
pub mod subtypes;
pub mod timeline;

pub use accounts::Allows;
pub use affairs::{Affairs, Alike, Calendar, Contradiction, Ruling};
pub use decisions::{Decision, Decisions};
pub use entities::{Entity, Naming, Verdict};
pub use memo::Memo;

#[cfg(test)]
mod tests;
