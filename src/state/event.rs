//! All that can happen to the world.

use std::sync::Arc;

use camino::Utf8PathBuf;

use crate::base::id::Revision;
use crate::corpus::{Corpus, Segment};
use crate::knowledge::Decisions;
use crate::lang::facts::DocFacts;
use crate::notes::{Days, Suppressions};
use crate::state::settings::Settings;
use crate::text::buffer::Change;
use crate::text::position::Encoding;

/// When a file was looked at: a larger ticket looked later.
///
/// Reads run in the background and may arrive in any order; a world never lets an older look overwrite
/// a newer one. Tickets are drawn *before* the file is opened.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Debug)]
pub struct Ticket(pub u64);

/// A file as it was found on disk, already analysed.
#[derive(Clone, PartialEq, Debug)]
pub struct DiskDocument {
    pub path: Utf8PathBuf,
    pub facts: Arc<DocFacts>,
}

/// One thing that happens. The world changes through these and in no other way.
#[derive(Clone, Debug)]
pub enum Event {
    /// Files were read for the first time, in a batch (a cold load).
    Loaded { ticket: Ticket, segment: Arc<Segment> },
    /// A file was found on disk, new or changed.
    Found { ticket: Ticket, document: DiskDocument },
    /// A file is no longer on disk, or can no longer be read.
    Gone { ticket: Ticket, path: Utf8PathBuf },
    /// An editor opened a document; its text counts now, whatever the disk says.
    Opened { path: Utf8PathBuf, version: i32, text: String },
    /// An editor changed an open document. Changes apply one after another.
    Changed { path: Utf8PathBuf, version: i32, changes: Vec<Change>, encoding: Encoding },
    /// An editor closed a document; the disk counts again.
    Closed { path: Utf8PathBuf },
    /// The folders are read: so many files are known, so many are analysed. Equal once all are.
    Progress { analysed: usize, known: usize },
    /// Settings changed, each value already merged from its origins.
    Configured(Settings),
    /// The analyst has decided who is who: all decisions, in place of those before.
    Decided(Arc<Decisions>),
    /// The analyst's own files say which findings to leave out: all suppressions, in place of those before.
    Suppressed(Arc<Suppressions>),
    /// The analyst's own files say when articles appeared: all days, in place of those before.
    Dated(Arc<Days>),
    /// A reader folded the pending documents of this revision into the corpus `from`, which gave `into`.
    /// Taken only while both still hold.
    Settled { revision: Revision, from: Arc<Corpus>, into: Arc<Corpus> },
    /// The corpus `from` was compacted into `into`. Taken only while `from` is still the corpus.
    Compacted { from: Arc<Corpus>, into: Arc<Corpus> },
}
