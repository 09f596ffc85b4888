//! The analyst's own words on what Dateline says: comments in drafts, lines of Dateline's own files.
//!
//! Pure: texts in, plain data out. Who reads and writes the files is `io/` and `lsp/`; what the words do
//! to findings is `checks/`.

pub mod ignore;
pub mod suppressions;

pub use ignore::{Ignore, ignores};
pub use suppressions::{Suppression, Suppressions};
