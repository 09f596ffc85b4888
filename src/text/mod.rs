//! Characters: decoding, buffers of open documents, positions, edits, folding.
//!
//! Nothing here knows what an article is.

pub mod buffer;
pub mod decode;
pub mod edit;
pub mod fold;
pub mod position;
