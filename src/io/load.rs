//! Folders → segments of facts, on all cores.
//!
//! Files are analysed in batches, one batch after another, so that the first results are there early
//! and the order of the results is the order of the walk. A file that fails, or whose analysis
//! panics, costs nothing but itself.

use std::any::Any;
use std::num::NonZeroUsize;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use camino::{Utf8Path, Utf8PathBuf};
use rayon::prelude::*;

use crate::base::cancel::CancelToken;
use crate::corpus::{Segment, SegmentDocument};
use crate::io::{Problem, read, walk};
use crate::lang::facts::{self, DocFacts, Scope};
use crate::lang::lexicon::Lexicon;
use crate::source::Format;
use crate::state::{DiskDocument, Event, Ticket};

/// Files in one segment.
pub const BATCH: usize = 256;

/// Draws tickets: each larger than all that were drawn before.
#[derive(Debug, Default)]
pub struct Tickets(AtomicU64);

impl Tickets {
    /// A ticket for a look at the disk. Draw it *before* the file is opened.
    pub fn next(&self) -> Ticket {
        Ticket(1 + self.0.fetch_add(1, Ordering::SeqCst))
    }
}

/// What [`load`] has to say while it works.
#[derive(Clone, Debug)]
pub enum LoadStep {
    /// The folders were walked: so many files are to be analysed. Comes once.
    Walked { known: usize },
    /// A batch is done; `analysed` files are by now, those with problems among them.
    Batch { ticket: Ticket, segment: Arc<Segment>, analysed: usize },
    /// This file or folder could not be read.
    Problem { path: Utf8PathBuf, message: String },
}

/// How to load.
#[derive(Clone, Copy)]
pub struct LoadOptions<'a> {
    pub threads: NonZeroUsize,
    pub scope: Scope,
    /// Is told how a file had to be read where that is worth knowing. Comes before the file's batch.
    pub note: &'a (dyn Fn(&Utf8Path, &str) + Sync),
}

impl Default for LoadOptions<'_> {
    /// All cores but one, so that an editor stays quick; notes go to the log.
    fn default() -> Self {
        let spared = cores().get() - 1;
        Self {
            threads: NonZeroUsize::new(spared).unwrap_or(NonZeroUsize::MIN),
            scope: Scope::Articles,
            note: &|path, note| tracing::info!(%path, note, "read"),
        }
    }
}

/// The number of cores that this process may use.
pub fn cores() -> NonZeroUsize {
    std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN)
}

/// Walks the folders and analyses every file, in the background of an editor. Blocks until all is done
/// or the token is set; `report` is called on this thread.
pub fn load(
    roots: &[Utf8PathBuf],
    tickets: &Tickets,
    cancel: &CancelToken,
    report: &(dyn Fn(LoadStep) + Sync),
) {
    load_with(LoadOptions::default(), roots, tickets, cancel, report);
}

/// [`load`] with a choice of threads and scope.
pub fn load_with(
    options: LoadOptions<'_>,
    roots: &[Utf8PathBuf],
    tickets: &Tickets,
    cancel: &CancelToken,
    report: &(dyn Fn(LoadStep) + Sync),
) {
    let walk = walk::walk(roots, cancel);
    let problem = |Problem { path, message }| report(LoadStep::Problem { path, message });
    report(LoadStep::Walked { known: walk.files.len() });
    walk.problems.into_iter().for_each(problem);
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(options.threads.get())
        .thread_name(|number| format!("analysis-{number}"))
        .build();
    let mut analysed = 0;
    for batch in walk.files.chunks(BATCH) {
        let ticket = tickets.next();
        let analyse = |path: &Utf8PathBuf| {
            // A batch that nobody waits for any more is not finished.
            cancel.checkpoint().ok().map(|()| analyse(path, options.scope))
        };
        let results: Vec<Option<Result<Analysed, Problem>>> = match &pool {
            Ok(pool) => pool.install(|| batch.par_iter().map(analyse).collect()),
            Err(_) => batch.iter().map(analyse).collect(),
        };
        if cancel.is_cancelled() {
            return;
        }
        let mut documents = Vec::with_capacity(batch.len());
        for (path, result) in batch.iter().zip(results.into_iter().flatten()) {
            match result {
                Ok(Analysed { facts, note }) => {
                    if let Some(note) = note {
                        (options.note)(path, note);
                    }
                    documents.push(SegmentDocument { path: path.clone(), facts });
                }
                Err(found) => problem(found),
            }
        }
        analysed += batch.len();
        report(LoadStep::Batch { ticket, segment: Arc::new(Segment::new(documents)), analysed });
    }
}

/// Looks at one file now: found, or gone where it cannot be read or is of no kind that is.
pub fn read_document(path: &Utf8Path, tickets: &Tickets) -> Event {
    let ticket = tickets.next();
    match analyse(path, Scope::Articles) {
        Ok(Analysed { facts, .. }) => {
            Event::Found { ticket, document: DiskDocument { path: path.to_owned(), facts } }
        }
        Err(Problem { path, message }) => {
            tracing::info!(%path, message, "not read");
            Event::Gone { ticket, path }
        }
    }
}

struct Analysed {
    facts: Arc<DocFacts>,
    note: Option<&'static str>,
}

fn analyse(path: &Utf8Path, scope: Scope) -> Result<Analysed, Problem> {
    let Some(format) = Format::of(path) else {
        return Err(Problem::new(path, "not a kind of file that is read"));
    };
    let read::FileText { text, note } = read::read(path).map_err(|message| Problem::new(path, message))?;
    let work = || facts::analyze(&text, format, Lexicon::built_in(), scope).with_name_of(path);
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(facts) => Ok(Analysed { facts: Arc::new(facts), note }),
        Err(panic) => Err(Problem::new(path, format!("could not be analysed: {}", words(&*panic)))),
    }
}

fn words(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<&str>().copied();
    text.or_else(|| panic.downcast_ref::<String>().map(String::as_str)).unwrap_or("a defect in Dateline")
}
