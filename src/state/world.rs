//! The only mutable state.

use std::collections::BTreeMap;
use std::sync::Arc;

use camino::{Utf8Path, Utf8PathBuf};
use rpds::{RedBlackTreeMapSync, VectorSync};

use crate::base::id::{DocId, Revision};
use crate::corpus::{Corpus, Segment};
use crate::knowledge::{Decisions, Memo};
use crate::lang::facts::DocFacts;
use crate::notes::{Days, Suppressions};
use crate::state::effect::Effect;
use crate::state::event::{DiskDocument, Event, Ticket};
use crate::state::settings::Settings;
use crate::state::snapshot::{Known, LiveDocument, NoTexts, Snapshot, TextStore};
use crate::text::buffer::{Buffer, Change};
use crate::text::position::Encoding;

/// Everything that is known, and the only thing that changes.
///
/// There is one owner; it calls [`World::apply`], which never reads, waits or does work in proportion
/// to the folder, and hands out [`Snapshot`]s.
#[derive(Debug)]
pub struct World {
    revision: Revision,
    settings: Arc<Settings>,
    decisions: Arc<Decisions>,
    suppressions: Arc<Suppressions>,
    days: Arc<Days>,
    progress: Progress,
    /// Documents by arrival. A document that is gone keeps its number.
    files: Vec<File>,
    paths: VectorSync<Arc<Utf8Path>>,
    by_path: RedBlackTreeMapSync<Arc<Utf8Path>, DocId>,
    open: OpenDocuments,
    corpus: Arc<Corpus>,
    /// Open documents whose present text the corpus does not hold yet: sorted.
    pending: Vec<DocId>,
    compacting: bool,
    memo: Arc<Memo>,
    texts: Arc<dyn TextStore>,
    snapshot: Option<Arc<Snapshot>>,
}

/// Open documents by number.
pub(super) type OpenDocuments = Arc<BTreeMap<DocId, Arc<LiveDocument>>>;

/// How far the reading of the folders has come.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Progress {
    pub analysed: usize,
    pub known: usize,
}

impl Progress {
    /// Whether everything that is known of is analysed.
    pub fn is_complete(self) -> bool {
        self.analysed >= self.known
    }
}

/// What the world keeps of one file besides its facts in the corpus.
#[derive(Debug, Default)]
struct File {
    /// The latest look at the disk.
    ticket: Ticket,
    /// The facts of the file on disk; `None` where there is no such file.
    disk: Option<Arc<DocFacts>>,
    /// The editor's text, where it is open.
    buffer: Option<Open>,
}

#[derive(Debug)]
struct Open {
    buffer: Buffer,
    version: i32,
}

impl Default for World {
    fn default() -> Self {
        Self::new(Arc::new(NoTexts))
    }
}

impl World {
    /// An empty world that reads the text of closed documents, for readers, from `texts`.
    pub fn new(texts: Arc<dyn TextStore>) -> Self {
        Self {
            revision: Revision::default(),
            settings: Arc::default(),
            decisions: Arc::default(),
            suppressions: Arc::default(),
            days: Arc::default(),
            progress: Progress::default(),
            files: Vec::new(),
            paths: VectorSync::new_sync(),
            by_path: RedBlackTreeMapSync::new_sync(),
            open: OpenDocuments::default(),
            corpus: Arc::default(),
            pending: Vec::new(),
            compacting: false,
            memo: Arc::default(),
            texts,
            snapshot: None,
        }
    }

    pub fn revision(&self) -> Revision {
        self.revision
    }

    /// The state as it is now. The same object until something changes.
    pub fn snapshot(&mut self) -> Arc<Snapshot> {
        let snapshot = self.snapshot.take().unwrap_or_else(|| {
            Arc::new(Snapshot::new(Known {
                revision: self.revision,
                settings: self.settings.clone(),
                decisions: self.decisions.clone(),
                suppressions: self.suppressions.clone(),
                days: self.days.clone(),
                progress: self.progress,
                paths: self.paths.clone(),
                by_path: self.by_path.clone(),
                open: self.open.clone(),
                unsettled: self.corpus.clone(),
                pending: self.pending.clone(),
                memo: self.memo.clone(),
                texts: self.texts.clone(),
            }))
        });
        self.snapshot = Some(snapshot.clone());
        snapshot
    }

    /// Lets one thing happen; the result is what has to be done about it outside.
    ///
    /// Events that make no sense (a change to a document that is not open, a version that does not
    /// grow) change nothing and give a warning.
    pub fn apply(&mut self, event: Event) -> Vec<Effect> {
        let mut effects = Vec::new();
        match event {
            Event::Settled { revision, from, into } => {
                if revision == self.revision && Arc::ptr_eq(&from, &self.corpus) {
                    self.corpus = into;
                    self.pending.clear();
                }
                self.compact_if_wanted(&mut effects);
                return effects;
            }
            Event::Compacted { from, into } => {
                self.compacting = false;
                if Arc::ptr_eq(&from, &self.corpus) {
                    self.corpus = into;
                    self.snapshot = None;
                }
                self.compact_if_wanted(&mut effects);
                return effects;
            }
            Event::Loaded { ticket, segment } => self.loaded(ticket, segment, &mut effects),
            Event::Found { ticket, document } => self.found(ticket, document, &mut effects),
            Event::Gone { ticket, path } => self.gone(ticket, &path, &mut effects),
            Event::Opened { path, version, text } => self.opened(path, version, &text, &mut effects),
            Event::Changed { path, version, changes, encoding } => {
                self.changed(&path, version, &changes, encoding, &mut effects);
            }
            Event::Closed { path } => self.closed(&path, &mut effects),
            Event::Progress { analysed, known } => {
                let was_complete = self.progress.is_complete();
                self.progress = Progress { analysed, known };
                if !was_complete && self.progress.is_complete() {
                    effects.push(Effect::PublishOthers);
                }
            }
            Event::Configured(settings) => {
                if *self.settings == settings {
                    return effects;
                }
                self.settings = Arc::new(settings);
                effects.push(Effect::PublishOthers);
            }
            Event::Decided(decisions) => {
                if self.decisions == decisions {
                    return effects;
                }
                self.decisions = decisions;
                effects.push(Effect::PublishOthers);
            }
            Event::Suppressed(suppressions) => {
                if self.suppressions == suppressions {
                    return effects;
                }
                self.suppressions = suppressions;
                effects.push(Effect::PublishOthers);
            }
            Event::Dated(days) => {
                if self.days == days {
                    return effects;
                }
                self.days = days;
                effects.push(Effect::PublishOthers);
            }
        }
        self.revision = self.revision.next();
        self.snapshot = None;
        self.compact_if_wanted(&mut effects);
        effects
    }

    fn loaded(&mut self, ticket: Ticket, segment: Arc<Segment>, effects: &mut Vec<Effect>) {
        let known = |document: &crate::corpus::SegmentDocument| self.by_path.contains_key(&*document.path);
        if segment.documents().iter().any(known) {
            // Rare: a file was opened or changed while its batch was being read. One by one.
            for document in segment.documents() {
                let document = DiskDocument { path: document.path.clone(), facts: document.facts.clone() };
                self.found(ticket, document, effects);
            }
            return;
        }
        let ids: Vec<DocId> =
            segment.documents().iter().map(|document| self.document(&document.path)).collect();
        for (doc, document) in ids.iter().zip(segment.documents()) {
            if let Some(file) = self.files.get_mut(doc.0 as usize) {
                *file = File { ticket, disk: Some(document.facts.clone()), buffer: None };
            }
        }
        Arc::make_mut(&mut self.corpus).add(segment, ids);
        effects.push(Effect::PublishOthers);
    }

    fn found(&mut self, ticket: Ticket, document: DiskDocument, effects: &mut Vec<Effect>) {
        let doc = self.document(&document.path);
        self.disk(doc, ticket, Some(document.facts), effects);
    }

    fn gone(&mut self, ticket: Ticket, path: &Utf8Path, effects: &mut Vec<Effect>) {
        // A file that was never seen is remembered too: an older look at it may still arrive.
        let doc = self.document(path);
        self.disk(doc, ticket, None, effects);
    }

    fn disk(&mut self, doc: DocId, ticket: Ticket, facts: Option<Arc<DocFacts>>, effects: &mut Vec<Effect>) {
        let Some(file) = self.files.get_mut(doc.0 as usize) else { return };
        if ticket < file.ticket {
            return;
        }
        file.ticket = ticket;
        file.disk.clone_from(&facts);
        if file.buffer.is_none() {
            Arc::make_mut(&mut self.corpus).replace(doc, facts);
            effects.push(Effect::PublishOthers);
        }
    }

    fn opened(&mut self, path: Utf8PathBuf, version: i32, text: &str, effects: &mut Vec<Effect>) {
        let doc = self.document(&path);
        let Some(file) = self.files.get_mut(doc.0 as usize) else { return };
        file.buffer = Some(Open { buffer: Buffer::new(text), version });
        self.went_live(doc, &path);
        effects.push(Effect::Publish { path });
        effects.push(Effect::PublishOthers);
    }

    fn changed(
        &mut self,
        path: &Utf8Path,
        version: i32,
        changes: &[Change],
        encoding: Encoding,
        effects: &mut Vec<Effect>,
    ) {
        let open = self.by_path.get(path).and_then(|doc| {
            let file = self.files.get_mut(doc.0 as usize)?;
            Some((*doc, file.buffer.as_mut()?))
        });
        let Some((doc, open)) = open else {
            effects.push(Effect::Warn {
                message: format!("a change to {path}, which is not open, was ignored"),
            });
            return;
        };
        if version <= open.version {
            effects.push(Effect::Warn {
                message: format!(
                    "{path}: change to version {version} after version {} was ignored",
                    open.version
                ),
            });
            return;
        }
        open.version = version;
        for change in changes {
            open.buffer.apply(change, encoding);
        }
        self.went_live(doc, path);
        effects.push(Effect::Publish { path: path.to_owned() });
        effects.push(Effect::PublishOthers);
    }

    fn closed(&mut self, path: &Utf8Path, effects: &mut Vec<Effect>) {
        let Some(&doc) = self.by_path.get(path) else { return };
        let Some(file) = self.files.get_mut(doc.0 as usize) else { return };
        if file.buffer.take().is_none() {
            return;
        }
        let disk = file.disk.clone();
        Arc::make_mut(&mut self.open).remove(&doc);
        self.pending.retain(|&pending| pending != doc);
        Arc::make_mut(&mut self.corpus).replace(doc, disk);
        effects.push(Effect::Unpublish { path: path.to_owned() });
        effects.push(Effect::PublishOthers);
        // What was saved may not have been seen on disk yet.
        effects.push(Effect::Read { path: path.to_owned() });
    }

    /// The open text of a document is new: readers analyse it when they first need it.
    fn went_live(&mut self, doc: DocId, path: &Utf8Path) {
        let open = self.files.get(doc.0 as usize).and_then(|file| file.buffer.as_ref());
        let Some(open) = open else { return };
        let live = LiveDocument::new(open.buffer.clone(), open.version, path);
        Arc::make_mut(&mut self.open).insert(doc, Arc::new(live));
        if let Err(at) = self.pending.binary_search(&doc) {
            self.pending.insert(at, doc);
        }
    }

    /// The number of a path, new where it was not known.
    fn document(&mut self, path: &Utf8Path) -> DocId {
        if let Some(&doc) = self.by_path.get(path) {
            return doc;
        }
        let doc = DocId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        let path: Arc<Utf8Path> = path.into();
        self.files.push(File::default());
        self.paths.push_back_mut(path.clone());
        self.by_path.insert_mut(path, doc);
        Arc::make_mut(&mut self.corpus).reserve(doc);
        doc
    }

    fn compact_if_wanted(&mut self, effects: &mut Vec<Effect>) {
        if !self.compacting && self.corpus.wants_compaction() {
            self.compacting = true;
            effects.push(Effect::Compact { corpus: self.corpus.clone() });
        }
    }
}

#[cfg(test)]
mod tests;
