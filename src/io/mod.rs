//! Files: walking folders, reading and decoding, analysing in parallel. The only place besides `cli/`
//! and `lsp/` that touches the disk.
//!
//! Nothing here prints or decides what a failure means: problems are handed back, each with its path.
#![allow(clippy::disallowed_methods, reason = "this is where files and the environment are read")]

pub mod load;
pub mod own_files;
pub mod read;
pub mod settings;
pub mod texts;
pub mod walk;
pub mod write;

pub use load::{LoadOptions, LoadStep, Tickets, load, load_with, read_document};
pub use own_files::{days, suppressions};
pub use settings::settings;
pub use texts::FileTexts;
pub use walk::{Walk, walk};

use camino::{Utf8Path, Utf8PathBuf};

/// A file or folder that could not be read, and why, in words for a person.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Problem {
    pub path: Utf8PathBuf,
    pub message: String,
}

impl Problem {
    fn new(path: &Utf8Path, message: impl Into<String>) -> Self {
        Self { path: path.to_owned(), message: message.into() }
    }
}

/// What the system says about a failed look at a file, without its error number.
fn said(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "no such file or folder".to_owned(),
        std::io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        _ => {
            let words = error.to_string();
            words.split(" (os error").next().unwrap_or_default().to_lowercase()
        }
    }
}
