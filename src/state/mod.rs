//! The spine: one owner of all state, events in, effects and immutable snapshots out.
//!
//! Nothing here reads files, clocks or the network, and nothing waits.

pub mod effect;
pub mod event;
pub mod settings;
pub mod snapshot;
pub mod mention;
pub mod world;

pub use effect::Effect;
pub use event::{DiskDocument, Event, Ticket};
pub use mention::MentionRef;
pub use settings::Settings;
pub use snapshot::{Snapshot, TextStore};
pub use world::World;

#[cfg(test)]
mod tests;
