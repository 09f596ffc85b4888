//! Dateline reads a folder of news articles as an editor reads code.
//!
//! The modules in reading order; each may use only those above it:
//!
//! - [`base`]: spans, ids, keys, kinds.
//! - [`text`]: characters: decoding, buffers, positions, edits, folding.
//! - [`source`]: one file → its articles: zones, headline, publication date.
//! - [`lang`]: one article → facts: dates, names, roles. Pure.
//! - [`notes`]: the analyst's own words on findings.
//! - [`corpus`]: many files' facts, filed under keys.
//! - [`knowledge`]: conclusions over groups of facts: who is who.
//! - [`state`]: the spine: events in, effects and snapshots out.
//! - [`checks`]: diagnostics, one file each.
//! - [`ide`]: editor features, one file each, without the protocol.
//! - [`io`]: files and threads.
//! - [`lsp`]: the language server. [`cli`]: the command line.

pub mod base;
pub mod text;
pub mod source;
pub mod lang;
pub mod notes;
pub mod corpus;
pub mod knowledge;
pub mod state;
pub mod checks;
pub mod ide;
pub mod io;
pub mod lsp;
pub mod cli;
#[cfg(feature = "testing")]
pub mod testing;
