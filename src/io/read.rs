//! One file → its text, or why there is none.

use camino::Utf8Path;

use crate::io::said;
use crate::text::decode::{self, Charset, NotText};

/// The text of a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FileText {
    pub text: String,
    /// What a person should know about how it was read.
    pub note: Option<&'static str>,
}

/// Reads a file. The error is a sentence for a person, without the path.
pub fn read(path: &Utf8Path) -> Result<FileText, String> {
    let metadata = std::fs::metadata(path).map_err(|error| said(&error))?;
    if !metadata.is_file() {
        // Reading a pipe could wait for ever.
        return Err("not a file".to_owned());
    }
    if usize::try_from(metadata.len()).is_ok_and(|bytes| bytes > decode::MAX_BYTES) {
        return Err(not_text(NotText::TooLarge));
    }
    let bytes = std::fs::read(path).map_err(|error| said(&error))?;
    let decoded = decode::decode(&bytes).map_err(not_text)?;
    let note = match decoded.charset {
        Charset::Utf8 | Charset::Utf16Le | Charset::Utf16Be => None,
        Charset::Windows1252 => Some("not UTF-8: read as Windows-1252"),
    };
    Ok(FileText { text: decoded.text, note })
}

fn not_text(why: NotText) -> String {
    match why {
        NotText::Binary => "not a text file (it holds binary data)".to_owned(),
        NotText::TooLarge => format!("too large: above {} MiB", decode::MAX_BYTES >> 20),
    }
}
