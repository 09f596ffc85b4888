//! Files of Dateline's own, written so that a reader sees the old one or the new one and nothing between.

use camino::{Utf8Path, Utf8PathBuf};

use crate::io::said;

/// Replaces a file, or makes it; its folder must be there. The error is a sentence for a person, without
/// the path.
pub fn replace(path: &Utf8Path, bytes: &[u8]) -> Result<(), String> {
    // A link stays a link: what it leads to is replaced.
    let path = path.canonicalize_utf8().unwrap_or_else(|_| path.to_owned());
    let new = Utf8PathBuf::from(format!("{path}.{}.new", std::process::id()));
    let written = std::fs::write(&new, bytes).and_then(|()| std::fs::rename(&new, &path));
    written.map_err(|error| {
        // Where it was not even made there is nothing to remove.
        let _ = std::fs::remove_file(&new);
        said(&error)
    })
}
