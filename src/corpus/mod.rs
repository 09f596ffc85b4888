//! Many files' facts, filed under keys: immutable segments and a small overlay of what changed since.

pub mod contribution;
pub mod overlay;
pub mod segment;
mod view;

pub use contribution::{Contribution, record_stamp};
pub use segment::{Segment, SegmentDocument};
pub use view::{Compaction, Corpus, Filed, FiledRecord, MAX_OVERLAY, MAX_SEGMENTS};
