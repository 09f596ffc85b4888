//! All that the world can ask of those around it.

use std::sync::Arc;

use camino::Utf8PathBuf;

use crate::corpus::Corpus;

/// Something to be done outside; doing it never blocks the writer, and what comes of it returns as an
/// [`crate::state::Event`].
#[derive(Clone, Debug)]
pub enum Effect {
    /// The findings of this open document may have changed: publish them, with the document's version.
    Publish { path: Utf8PathBuf },
    /// The document is closed: its findings go.
    Unpublish { path: Utf8PathBuf },
    /// Other documents' findings may have changed with it.
    PublishOthers,
    /// Read the file again: what is on disk may differ from what was last seen.
    Read { path: Utf8PathBuf },
    /// Merge segments and overlay of this corpus in the background.
    Compact { corpus: Arc<Corpus> },
    /// Say this in the log, and to the person where the client can show it.
    Warn { message: String },
}
