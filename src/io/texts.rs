//! The text of files that are not open in an editor, read when it is asked for and kept nowhere.

use std::sync::Arc;

use camino::Utf8Path;

use crate::io::read;
use crate::state::TextStore;

/// The files on disk as a [`TextStore`].
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct FileTexts;

impl TextStore for FileTexts {
    fn text(&self, path: &Utf8Path) -> Option<Arc<str>> {
        Some(read::read(path).ok()?.text.into())
    }
}
