//! The files of a call, analysed: one world, one snapshot.

use std::sync::{Arc, Mutex, PoisonError};

use camino::{Utf8Path, Utf8PathBuf};
use indicatif::{ProgressBar, ProgressStyle};
use jiff::civil::Date;

use crate::base::cancel::CancelToken;
use crate::base::id::DocId;
use crate::cli::{Status, output};
use crate::corpus::{Segment, SegmentDocument};
use crate::io::{self, FileTexts, LoadOptions, LoadStep, Tickets};
use crate::lang::facts::Scope;
use crate::state::{Event, Settings, Snapshot, TextStore, World};

/// What was read.
pub struct Input {
    pub snapshot: Arc<Snapshot>,
    /// The documents in the order given; those of one folder by path.
    pub docs: Vec<DocId>,
    /// [`Status::Failed`] where something could not be read, else [`Status::Done`].
    pub status: Status,
}

/// What is not the same for every command.
#[derive(Clone, Copy, Default)]
pub struct Options {
    pub published: Option<Date>,
    pub scope: Scope,
}

/// Reads and analyses files and folders. What could not be read is said on standard error.
pub fn load(paths: &[Utf8PathBuf], options: Options) -> Input {
    let bar = progress_bar();
    let found: Mutex<Found> = Mutex::default();
    let found_so_far = || found.lock().unwrap_or_else(PoisonError::into_inner);
    let report = |step: LoadStep| match step {
        LoadStep::Walked { known } => bar.set_length(known as u64),
        LoadStep::Batch { segment, analysed, .. } => {
            found_so_far().documents.extend_from_slice(segment.documents());
            bar.set_position(analysed as u64);
        }
        LoadStep::Problem { path, message } => found_so_far().problems.push((path, message)),
    };
    let note = |path: &Utf8Path, note: &str| found_so_far().notes.push((path.to_owned(), note.to_owned()));
    let load_options = LoadOptions { threads: io::load::cores(), scope: options.scope, note: &note };
    let tickets = Tickets::default();
    io::load_with(load_options, paths, &tickets, &CancelToken::default(), &report);
    bar.finish_and_clear();
    let Found { documents, mut problems, mut notes } =
        found.into_inner().unwrap_or_else(PoisonError::into_inner);

    let (settings, complaints) = settings_for(paths);
    complaints.iter().for_each(|complaint| output::say(complaint));
    problems.sort();
    notes.sort();
    for (path, message) in notes.iter().chain(&problems) {
        output::say(&format!("{path}: {message}"));
    }

    let mut world = World::new(Arc::new(LastText::default()));
    world.apply(Event::Configured(Settings { published: options.published, ..settings }));
    let paths: Vec<Utf8PathBuf> = documents.iter().map(|document| document.path.clone()).collect();
    // One segment: nobody edits, so there is nothing to gain from several.
    let segment = Arc::new(Segment::new(documents));
    world.apply(Event::Loaded { ticket: tickets.next(), segment });
    let snapshot = world.snapshot();
    Input {
        docs: paths.iter().filter_map(|path| snapshot.doc(path)).collect(),
        snapshot,
        status: if problems.is_empty() { Status::Done } else { Status::Failed },
    }
}

/// Says that a file is no longer what it was when it was analysed.
pub fn changed_meanwhile(path: &Utf8Path) -> Status {
    output::say(&format!("{path}: changed while it was being read"));
    Status::Failed
}

#[derive(Default)]
struct Found {
    documents: Vec<SegmentDocument>,
    problems: Vec<(Utf8PathBuf, String)>,
    notes: Vec<(Utf8PathBuf, String)>,
}

/// The settings of the first given folder that has any, else those of the current folder.
fn settings_for(paths: &[Utf8PathBuf]) -> (Settings, Vec<String>) {
    let has_settings = |folder: &&Utf8PathBuf| folder.join(io::settings::FILE).is_file();
    let folder = paths.iter().find(has_settings);
    io::settings(folder.map_or(Utf8Path::new(""), |folder| folder))
}

/// Hidden where standard error is not a terminal.
fn progress_bar() -> ProgressBar {
    let bar = ProgressBar::new(0);
    if let Ok(style) = ProgressStyle::with_template("reading {bar:30} {pos}/{len} files, {eta} left") {
        bar.set_style(style);
    }
    bar
}

/// Remembers the text that was read last: a command looks at one document after another, and more than
/// once at each.
#[derive(Debug, Default)]
struct LastText(Mutex<Option<(Utf8PathBuf, Arc<str>)>>);

impl TextStore for LastText {
    fn text(&self, path: &Utf8Path) -> Option<Arc<str>> {
        let mut last = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((known, text)) = &*last
            && known == path
        {
            return Some(text.clone());
        }
        let text = FileTexts.text(path)?;
        *last = Some((path.to_owned(), text.clone()));
        Some(text)
    }
}
