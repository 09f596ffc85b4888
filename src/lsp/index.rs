//! Reads the client's folders, one after another, and follows what becomes of them.

use std::sync::{Arc, Mutex};

use camino::{Utf8Path, Utf8PathBuf};
use rustc_hash::FxHashMap;
use tokio::sync::{mpsc, watch};
use tower_lsp::lsp_types::{
    DidChangeWatchedFilesRegistrationOptions, FileChangeType, FileEvent, FileSystemWatcher, GlobPattern,
    Registration, Url,
};

use crate::base::cancel::CancelToken;
use crate::io::{self, LoadStep};
use crate::lsp::activity::Busy;
use crate::lsp::progress::Reporter;
use crate::lsp::session::{Session, locked};
use crate::lsp::{driver, own_files, progress};
use crate::notes::{published, suppressions};
use crate::source::Format;
use crate::state::Event;

/// The name of the file that holds a folder's settings.
const SETTINGS_FILE: &str = io::settings::FILE;

/// The files whose changes we want to hear of.
const WATCHED: &[&str] = &[
    "**/*.{txt,md,markdown,html,htm}",
    "**/dateline.toml",
    "**/.dateline/suppressions.jsonl",
    "**/.dateline/published.jsonl",
];

/// Folders to be read and forgotten, in that order, and how far the reading has come.
#[derive(Debug)]
pub(super) struct Indexer {
    jobs: mpsc::UnboundedSender<(Job, Busy)>,
    queue: Mutex<Option<mpsc::UnboundedReceiver<(Job, Busy)>>>,
    totals: Mutex<Totals>,
    loads: Mutex<FxHashMap<Utf8PathBuf, CancelToken>>,
    /// What is wrong with our own files, as it was last said.
    problems: Mutex<Vec<String>>,
    /// Whether every folder is read to the end.
    complete: watch::Sender<bool>,
}

#[derive(Debug)]
enum Job {
    Load {
        root: Utf8PathBuf,
        cancel: CancelToken,
    },
    /// Everything under this path that lies in no other folder is gone.
    Forget {
        path: Utf8PathBuf,
    },
    Settings,
    Watch,
}

/// Files of all folders together. The folder that is being read has a count of its own.
#[derive(Debug, Default)]
struct Totals {
    finished: usize,
    analysed: usize,
    known: usize,
    /// Folders that are not read to the end.
    open: usize,
}

impl Totals {
    /// While a folder is open there is always more to come: what is said of the whole must not be said
    /// too early.
    fn progress(&self) -> Event {
        let analysed = self.finished + self.analysed;
        let known = self.finished + self.known;
        Event::Progress { analysed, known: if self.open > 0 { known.max(analysed + 1) } else { analysed } }
    }

    /// The folder at hand is read to the end, or given up.
    fn close(&mut self) {
        self.finished += std::mem::take(&mut self.analysed);
        self.known = 0;
        self.open = self.open.saturating_sub(1);
    }
}

impl Default for Indexer {
    fn default() -> Self {
        let (jobs, queue) = mpsc::unbounded_channel();
        Self {
            jobs,
            queue: Mutex::new(Some(queue)),
            totals: Mutex::default(),
            loads: Mutex::default(),
            problems: Mutex::default(),
            complete: watch::Sender::new(true),
        }
    }
}

impl Indexer {
    /// Waits until every folder is read to the end.
    pub async fn complete(&self) {
        // The sender lives as long as `self`: waiting cannot fail.
        let _ = self.complete.subscribe().wait_for(|complete| *complete).await;
    }
}

/// Has a folder read.
pub(super) fn add(session: &Arc<Session>, root: &Url) {
    let Some(root) = session.uris.add_root(root) else { return };
    if is_too_wide(&root) {
        session.say(format!("{root} is not read as a folder of articles: open a folder inside it"));
        return;
    }
    let cancel = CancelToken::default();
    locked(&session.indexer.loads).insert(root.clone(), cancel.clone());
    locked(&session.indexer.totals).open += 1;
    tell(session);
    enqueue(session, Job::Load { root, cancel });
}

/// Has a folder forgotten.
pub(super) fn remove(session: &Arc<Session>, root: &Url) {
    let Some(path) = session.uris.remove_root(root) else { return };
    if let Some(cancel) = locked(&session.indexer.loads).remove(&path) {
        cancel.cancel();
    }
    enqueue(session, Job::Forget { path });
}

/// Files changed on disk, as the client's watcher sees it.
pub(super) fn changed(session: &Arc<Session>, changes: &[FileEvent]) {
    for change in changes {
        let path = session.uris.path(&change.uri);
        let own = [suppressions::FILE, published::FILE];
        if path.file_name() == Some(SETTINGS_FILE) || own.iter().any(|file| path.ends_with(file)) {
            enqueue(session, Job::Settings);
        } else if Format::of(&path).is_some() {
            driver::read(session, path);
            // A suppression holds in its file, or everywhere once that is gone.
            if change.typ != FileChangeType::CHANGED && !session.snapshot().suppressions().list().is_empty() {
                enqueue(session, Job::Settings);
            }
        } else if change.typ == FileChangeType::DELETED {
            // A whole folder, perhaps; the watcher says no more.
            enqueue(session, Job::Forget { path });
        }
    }
}

/// Asks the client to watch the folders, behind the reading of those that are there now.
pub(super) fn watch_when_read(session: &Arc<Session>) {
    if session.profile().watches_files {
        enqueue(session, Job::Watch);
    }
}

/// Does the jobs until the session ends.
pub(super) async fn run(session: Arc<Session>) {
    let Some(mut queue) = locked(&session.indexer.queue).take() else { return };
    while let Some((job, busy)) = queue.recv().await {
        if matches!(job, Job::Watch) {
            session.spawn(watch_files(session.clone()));
            continue;
        }
        let reporter = progress::begin(&session, &job_title(&job));
        let work = {
            let session = session.clone();
            tokio::task::spawn_blocking(move || perform(&session, job, reporter, busy))
        };
        if let Err(error) = work.await {
            tracing::error!("reading a folder failed: {error}");
            close(&session);
        }
    }
}

fn job_title(job: &Job) -> Option<String> {
    match job {
        Job::Load { root, .. } => Some(format!("Reading {}", root.file_name().unwrap_or(root.as_str()))),
        Job::Forget { .. } | Job::Settings | Job::Watch => None,
    }
}

fn perform(session: &Arc<Session>, job: Job, reporter: Option<Reporter>, _busy: Busy) {
    match job {
        Job::Load { root, cancel } => load(session, &root, &cancel, reporter.as_ref()),
        Job::Forget { path } => forget(session, &path),
        Job::Settings => read_settings(session),
        Job::Watch => {}
    }
}

fn load(session: &Arc<Session>, root: &Utf8Path, cancel: &CancelToken, reporter: Option<&Reporter>) {
    read_settings(session);
    let covered = session.uris.roots().iter().any(|other| root != other && root.starts_with(other));
    if !covered {
        let report = |step: LoadStep| {
            if session.over.is_cancelled() {
                cancel.cancel();
                return;
            }
            take(session, step, reporter);
        };
        io::load(&[root.to_owned()], &session.tickets, cancel, &report);
    }
    close(session);
}

/// One step of a load enters the world.
fn take(session: &Arc<Session>, step: LoadStep, reporter: Option<&Reporter>) {
    match step {
        LoadStep::Walked { known } => locked(&session.indexer.totals).known = known,
        LoadStep::Batch { ticket, segment, analysed } => {
            session.apply(Event::Loaded { ticket, segment });
            let mut totals = locked(&session.indexer.totals);
            totals.analysed = totals.analysed.max(analysed);
        }
        LoadStep::Problem { path, message } => session.say(format!("{path}: {message}")),
    }
    tell(session);
    if let Some(reporter) = reporter {
        let totals = locked(&session.indexer.totals);
        reporter.report(totals.analysed, totals.known);
    }
}

fn close(session: &Arc<Session>) {
    locked(&session.indexer.totals).close();
    tell(session);
}

/// Tells the world how far the reading has come.
fn tell(session: &Arc<Session>) {
    let (progress, complete) = {
        let totals = locked(&session.indexer.totals);
        (totals.progress(), totals.open == 0)
    };
    session.apply(progress);
    session.indexer.complete.send_replace(complete);
}

fn forget(session: &Arc<Session>, path: &Utf8Path) {
    let roots = session.uris.roots();
    let snapshot = session.snapshot();
    let still = |path: &Utf8Path| roots.iter().any(|root| path.starts_with(root)) && path.exists();
    for doc in snapshot.docs() {
        let known = snapshot.path(doc);
        if known.starts_with(path) && !still(known) {
            session.apply(Event::Gone { ticket: session.tickets.next(), path: known.to_owned() });
        }
    }
    read_settings(session);
}

/// The settings are those of the first folder; the suppressions and the days of articles are those of all.
fn read_settings(session: &Arc<Session>) {
    let (settings, problems) =
        session.uris.roots().first().map(|root| io::settings(root)).unwrap_or_default();
    session.configure_file(settings);
    let problems = [problems, own_files::read(session)].concat();
    let before = std::mem::replace(&mut *locked(&session.indexer.problems), problems.clone());
    // What was said once is known, as long as it stays so.
    for problem in problems.into_iter().filter(|problem| !before.contains(problem)) {
        session.say(problem);
    }
}

async fn watch_files(session: Arc<Session>) {
    let watchers = WATCHED
        .iter()
        .map(|glob| FileSystemWatcher { glob_pattern: GlobPattern::String((*glob).to_owned()), kind: None });
    let options = DidChangeWatchedFilesRegistrationOptions { watchers: watchers.collect() };
    let registration = Registration {
        id: "dateline-files".to_owned(),
        method: "workspace/didChangeWatchedFiles".to_owned(),
        register_options: serde_json::to_value(options).ok(),
    };
    if let Err(error) = session.client().register_capability(vec![registration]).await {
        tracing::warn!("the client does not watch files: {error}");
    }
}

fn enqueue(session: &Arc<Session>, job: Job) {
    // The receiver is gone only at the end of the session.
    let _ = session.indexer.jobs.send((job, session.activity.begin()));
}

/// The root of the disk and the home folder are no folders of articles.
fn is_too_wide(root: &Utf8Path) -> bool {
    let home = std::env::var("HOME").or_else(|_| std::env::var("USERPROFILE")).ok();
    let home = home.and_then(|home| Utf8PathBuf::from(home).canonicalize_utf8().ok());
    root.parent().is_none() || home.is_some_and(|home| home == root)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_complete_before_every_folder_is_read() {
        let said = |totals: &Totals| match totals.progress() {
            Event::Progress { analysed, known } => (analysed, known),
            other => panic!("{other:?}"),
        };
        let mut totals = Totals::default();
        assert_eq!(said(&totals), (0, 0), "no folder, nothing to wait for");
        totals.open = 2;
        assert_eq!(said(&totals), (0, 1), "not walked yet");
        (totals.known, totals.analysed) = (300, 300);
        assert_eq!(said(&totals), (300, 301), "another folder waits");
        totals.close();
        (totals.known, totals.analysed) = (10, 4);
        assert_eq!(said(&totals), (304, 310));
        totals.close();
        assert_eq!(said(&totals), (304, 304), "given up before its end");
    }
}
