//! Editor features, one file each: a snapshot and a place in, plain structs out.
//!
//! Nothing here knows the protocol: spans are byte offsets of the file text, documents are numbers.

pub mod actions;
pub mod affair;
pub mod calls;
pub mod definition;
pub mod explain;
pub mod highlight;
pub mod hover;
pub mod location;
pub mod references;
pub mod subject;
pub mod symbols;
pub mod timeline;
pub mod workspace_symbols;

pub use location::Location;
