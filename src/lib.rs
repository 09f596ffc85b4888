//! Dateline reads a folder of news articles as an editor reads code.
//!
//! The modules in reading order; each may use only those above it:
//!
//! - [`base`]: spans, ids, keys, kinds.
//! - [`text`]: characters: decoding, buffers, positions, edits, folding.
//! - [`source`]: one file → its articles: zones, headline, publication date.
//! - [`lang`]: one article → facts: dates, names, roles. Pure.

pub mod base;
pub mod text;
pub mod source;
pub mod lang;
