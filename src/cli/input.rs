//! The files of a call, analysed: one world, one snapshot.

use std::hash::BuildHasher;
use std::sync::{Arc, Mutex, PoisonError};

use camino::{Utf8Path, Utf8PathBuf};
use indicatif::{ProgressBar, ProgressStyle};
use jiff::civil::Date;
use rustc_hash::FxBuildHasher;

use crate::base::cancel::CancelToken;
use crate::base::id::DocId;
use crate::cli::{Status, output};
use crate::corpus::{Segment, SegmentDocument};
use crate::io::{self, FileTexts, LoadOptions, LoadStep, Tickets};
use crate::lang::facts::Scope;
use crate::notes::{Day, Days, Suppression, Suppressions, published, suppressions};
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

/// The arguments for an answer in which their order does not matter, not even for a file that two of them
/// hold.
pub fn in_order(paths: &[Utf8PathBuf]) -> Vec<Utf8PathBuf> {
    let mut paths = paths.to_vec();
    paths.sort_by(|one, other| one.as_str().cmp(other.as_str()));
    paths
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

    let mut world = World::new(Arc::new(RecentTexts::default()));
    world.apply(Event::Configured(Settings { published: options.published, ..settings }));
    let read: Vec<Utf8PathBuf> = documents.iter().map(|document| document.path.clone()).collect();
    // One segment: nobody edits, so there is nothing to gain from several.
    let segment = Arc::new(Segment::new(documents));
    world.apply(Event::Loaded { ticket: tickets.next(), segment });
    let (suppressions, days, complaints) = own_files_for(paths, &world.snapshot());
    complaints.iter().for_each(|complaint| output::say(complaint));
    world.apply(Event::Suppressed(Arc::new(suppressions)));
    world.apply(Event::Dated(Arc::new(days)));
    let snapshot = world.snapshot();
    Input {
        docs: read.iter().filter_map(|path| snapshot.doc(path)).collect(),
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

/// What Dateline's own files say of the folders that the paths lie in: for each path, those of the nearest
/// folder that has any.
fn own_files_for(paths: &[Utf8PathBuf], snapshot: &Snapshot) -> (Suppressions, Days, Vec<String>) {
    let (mut suppressions, mut days, mut problems) = (Vec::new(), Vec::new(), Vec::new());
    for folder in folders_with(suppressions::FILE, paths) {
        let (found, complaints) = io::suppressions(&folder);
        suppressions.extend(found.into_iter().map(|one| {
            let path = one.path.map(|path| as_read(path, snapshot));
            Suppression { path, ..one }
        }));
        problems.extend(complaints);
    }
    for folder in folders_with(published::FILE, paths) {
        let (found, complaints) = io::days(&folder);
        days.extend(found.into_iter().map(|day| Day { path: as_read(day.path, snapshot), ..day }));
        problems.extend(complaints);
    }
    (Suppressions::new(suppressions), Days::new(days), problems)
}

/// For each path the nearest folder that has the file; each folder once.
fn folders_with(file: &str, paths: &[Utf8PathBuf]) -> Vec<Utf8PathBuf> {
    let has_file = |folder: &Utf8Path| folder.join(file).is_file();
    let nearest = |path: &Utf8PathBuf| -> Option<Utf8PathBuf> {
        let given = path.ancestors().find(|folder| has_file(folder)).map(Utf8Path::to_owned);
        // A path that is not absolute lies in more folders than it names.
        given.or_else(|| {
            Some(path.canonicalize_utf8().ok()?.ancestors().find(|one| has_file(one))?.to_owned())
        })
    };
    let mut folders: Vec<(Utf8PathBuf, Utf8PathBuf)> = paths
        .iter()
        .filter_map(nearest)
        .filter_map(|folder| Some((folder.join(file).canonicalize_utf8().ok()?, folder)))
        .collect();
    folders.sort();
    folders.dedup_by(|one, other| one.0 == other.0);
    folders.into_iter().map(|(_, folder)| folder).collect()
}

/// The name that this call has for a file.
fn as_read(path: Utf8PathBuf, snapshot: &Snapshot) -> Utf8PathBuf {
    if snapshot.doc(&path).is_some() {
        return path;
    }
    let real = |path: &Utf8Path| path.canonicalize_utf8().ok();
    let home = real(&path);
    let same_name =
        snapshot.docs().map(|doc| snapshot.path(doc)).filter(|doc| doc.file_name() == path.file_name());
    let same = same_name.into_iter().find(|doc| home.is_some() && real(doc) == home);
    same.map_or(path, Utf8Path::to_owned)
}

/// Hidden where standard error is not a terminal.
fn progress_bar() -> ProgressBar {
    let bar = ProgressBar::new(0);
    if let Ok(style) = ProgressStyle::with_template("reading {bar:30} {pos}/{len} files, {eta} left") {
        bar.set_style(style);
    }
    bar
}

/// Remembers the texts that were read last: a command looks more than once at a document before it goes
/// on to the next, on every core. A text has one place, which its path gives.
#[derive(Debug)]
struct RecentTexts([RecentText; PLACES]);

type RecentText = Mutex<Option<(Utf8PathBuf, Arc<str>)>>;

const PLACES: usize = 64;

impl Default for RecentTexts {
    fn default() -> Self {
        Self(std::array::from_fn(|_| Mutex::default()))
    }
}

impl TextStore for RecentTexts {
    fn text(&self, path: &Utf8Path) -> Option<Arc<str>> {
        let hash = usize::try_from(FxBuildHasher.hash_one(path) >> 32).unwrap_or_default();
        let mut place = self.0.get(hash % PLACES)?.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((known, text)) = &*place
            && known == path
        {
            return Some(text.clone());
        }
        let text = FileTexts.text(path)?;
        *place = Some((path.to_owned(), text.clone()));
        Some(text)
    }
}
