//! The analyst's own words on articles and on what Dateline says of them: comments in drafts, lines of
//! Dateline's own files.
//!
//! Pure: texts in, plain data out. Who reads and writes the files is `io/` and `lsp/`; what the words do
//! is `state/` and `checks/`.

pub mod ignore;
pub mod lines;
pub mod published;
pub mod suppressions;

pub use ignore::{Ignore, ignores};
pub use published::{Day, Days};
pub use suppressions::{Suppression, Suppressions};
