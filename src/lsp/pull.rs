//! What clients hold that ask for findings themselves, and when they are told to ask again.
//!
//! A client is served one way only. It pulls where it declares both that it can and that it can be told
//! to do so again: without the second, findings that an edit elsewhere changes would stay as they were.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use camino::{Utf8Path, Utf8PathBuf};
use rustc_hash::FxHashMap;
use tower_lsp::lsp_types::Diagnostic;
use xxhash_rust::xxh3::xxh3_64;

use crate::base::id::{DocId, Revision};
use crate::checks;
use crate::lsp::convert::Pages;
use crate::lsp::session::{Session, locked};
use crate::state::Snapshot;

/// A request about the whole folder is held until something has changed and then nothing for so long.
const QUIET: Duration = Duration::from_millis(500);

/// And for so many times as long as the last answer took: a large folder is not looked through at every
/// pause in typing.
const REST: u32 = 4;

/// The findings of one document, and a name for them: equal findings, equal names.
#[derive(Debug)]
pub(super) struct Report {
    pub id: String,
    pub items: Vec<Diagnostic>,
}

impl Default for Report {
    fn default() -> Self {
        Self::of(Vec::new())
    }
}

impl Report {
    fn of(items: Vec<Diagnostic>) -> Self {
        // Ranges count in the client's unit, so an edit above a finding gives another name.
        let json = serde_json::to_vec(&items).unwrap_or_default();
        Self { id: format!("{:016x}", xxh3_64(&json)), items }
    }
}

/// The findings of a document as its client sees them.
pub(super) fn report(session: &Session, snapshot: &Snapshot, doc: DocId) -> Report {
    let pages = Pages::new(snapshot, session);
    let findings = checks::shown(snapshot, doc);
    Report::of(findings.iter().filter_map(|finding| pages.diagnostic(doc, finding)).collect())
}

/// What the client was last told.
#[derive(Debug, Default)]
pub(super) struct Pulls {
    /// The report that it has of each document that it asked about.
    documents: Mutex<FxHashMap<Utf8PathBuf, String>>,
    folder: Mutex<Option<FolderAnswer>>,
}

/// The last answer about the whole folder.
#[derive(Clone, Copy, Debug)]
struct FolderAnswer {
    /// The state that it was made from.
    revision: Revision,
    took: Duration,
}

impl Pulls {
    pub fn answered(&self, path: &Utf8Path, id: &str) {
        locked(&self.documents).insert(path.to_owned(), id.to_owned());
    }

    pub fn answered_for_folder(&self, revision: Revision, took: Duration) {
        *locked(&self.folder) = Some(FolderAnswer { revision, took });
    }

    pub fn forget(&self, path: &Utf8Path) {
        locked(&self.documents).remove(path);
    }
}

/// Whether an open document's findings are not those that the client has any more. Blocks.
pub(super) fn is_outdated(session: &Session) -> bool {
    let snapshot = session.snapshot();
    snapshot.open_docs().into_iter().any(|doc| {
        let held = locked(&session.pulls.documents).get(snapshot.path(doc)).cloned();
        held.is_some_and(|held| held != report(session, &snapshot, doc).id)
    })
}

/// Waits until there may be news for a client that has asked about the whole folder before, and everything
/// is quiet.
pub(super) async fn news(session: &Arc<Session>) {
    let Some(last) = *locked(&session.pulls.folder) else { return };
    let quiet = QUIET.max(last.took * REST);
    let mut seen = last.revision;
    while session.is_running() {
        let now = session.snapshot().revision();
        if now != last.revision && now == seen {
            return;
        }
        seen = now;
        // While nothing happens, the first thing that does is seen soon.
        tokio::time::sleep(if now == last.revision { QUIET } else { quiet }).await;
    }
}
