//! STAND-IN for `io/`, which is being written beside this: the same face, the simplest body. Delete it
//! and use `crate::io` once that is merged.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use camino::{Utf8Path, Utf8PathBuf};

use crate::base::cancel::CancelToken;
use crate::corpus::{Segment, SegmentDocument};
use crate::lang::facts::{self, DocFacts, Scope};
use crate::lang::lexicon::Lexicon;
use crate::source::Format;
use crate::state::{DiskDocument, Event, Settings, TextStore, Ticket};
use crate::text::decode;

#[derive(Debug, Default)]
pub(super) struct FileTexts;

impl TextStore for FileTexts {
    fn text(&self, path: &Utf8Path) -> Option<Arc<str>> {
        let bytes = std::fs::read(path).ok()?;
        Some(decode::decode(&bytes).ok()?.text.into())
    }
}

#[derive(Debug, Default)]
pub(super) struct Tickets(AtomicU64);

impl Tickets {
    pub fn next(&self) -> Ticket {
        Ticket(self.0.fetch_add(1, Ordering::Relaxed) + 1)
    }
}

pub(super) enum LoadStep {
    Walked { known: usize },
    Batch { ticket: Ticket, segment: Arc<Segment>, analysed: usize },
    Problem { path: Utf8PathBuf, message: String },
}

pub(super) fn load(
    roots: &[Utf8PathBuf],
    tickets: &Tickets,
    cancel: &CancelToken,
    report: &(dyn Fn(LoadStep) + Sync),
) {
    let mut paths = Vec::new();
    for entry in roots.iter().flat_map(|root| ignore::WalkBuilder::new(root).build()) {
        match entry {
            Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_file()) => {
                let path = Utf8PathBuf::from_path_buf(entry.into_path()).ok();
                paths.extend(path.filter(|path| Format::of(path).is_some()));
            }
            Ok(_) => {}
            Err(error) => {
                report(LoadStep::Problem { path: Utf8PathBuf::new(), message: error.to_string() });
            }
        }
    }
    report(LoadStep::Walked { known: paths.len() });
    let mut analysed = 0;
    for batch in paths.chunks(256) {
        if cancel.is_cancelled() {
            return;
        }
        let ticket = tickets.next();
        let documents = batch
            .iter()
            .filter_map(|path| Some(SegmentDocument { path: path.clone(), facts: Arc::new(facts(path)?) }));
        let segment = Arc::new(Segment::new(documents.collect()));
        analysed += batch.len();
        report(LoadStep::Batch { ticket, segment, analysed });
    }
}

pub(super) fn read_document(path: &Utf8Path, tickets: &Tickets) -> Event {
    let ticket = tickets.next();
    match facts(path) {
        Some(facts) => {
            let document = DiskDocument { path: path.to_owned(), facts: Arc::new(facts) };
            Event::Found { ticket, document }
        }
        None => Event::Gone { ticket, path: path.to_owned() },
    }
}

pub(super) fn settings(root: &Utf8Path) -> (Settings, Vec<String>) {
    let path = root.join("dateline.toml");
    let Ok(text) = std::fs::read_to_string(&path) else { return (Settings::default(), Vec::new()) };
    match toml::from_str(&text) {
        Ok(settings) => (settings, Vec::new()),
        Err(error) => (Settings::default(), vec![format!("{path}: {error}")]),
    }
}

fn facts(path: &Utf8Path) -> Option<DocFacts> {
    let text = FileTexts.text(path)?;
    Some(facts::analyze(&text, Format::of(path)?, Lexicon::built_in(), Scope::Articles))
}
