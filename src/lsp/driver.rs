//! Does what the world asks for. Everything here is put in a queue; nothing waits.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use camino::{Utf8Path, Utf8PathBuf};

use crate::corpus::Corpus;
use crate::io;
use crate::lsp::activity::Busy;
use crate::lsp::session::{Session, locked};
use crate::source::Format;
use crate::state::{Effect, Event};

/// Files that are to be read again, each once however often it is asked for.
#[derive(Debug, Default)]
pub(super) struct Reads(Mutex<Waiting>);

#[derive(Debug, Default)]
struct Waiting {
    paths: BTreeSet<Utf8PathBuf>,
    running: bool,
}

/// Has the effects done.
pub(super) fn run(session: &Arc<Session>, effects: Vec<Effect>) {
    for effect in effects {
        match effect {
            Effect::Publish { path } => session.outbox.publish(session, path),
            Effect::Unpublish { path } => session.outbox.clear(session, path),
            Effect::PublishOthers => session.outbox.publish_others(session),
            Effect::Read { path } => read(session, path),
            Effect::Compact { corpus } => compact(session, corpus),
            Effect::Warn { message } => session.say(message),
        }
    }
}

/// Reads a file again, in the background.
pub(super) fn read(session: &Arc<Session>, path: Utf8PathBuf) {
    {
        let mut waiting = locked(&session.reads.0);
        waiting.paths.insert(path);
        if std::mem::replace(&mut waiting.running, true) {
            return;
        }
    }
    let session = session.clone();
    let busy = session.activity.begin();
    tokio::task::spawn_blocking(move || read_all(&session, busy));
}

fn read_all(session: &Arc<Session>, _busy: Busy) {
    let next = || {
        let mut waiting = locked(&session.reads.0);
        let next = waiting.paths.pop_first().filter(|_| !session.over.is_cancelled());
        waiting.running = next.is_some();
        next
    };
    while let Some(path) = next() {
        let event = if is_ours(session, &path) {
            io::read_document(&path, &session.tickets)
        } else {
            Event::Gone { ticket: session.tickets.next(), path }
        };
        session.apply(event);
    }
}

/// Whether a file counts while no editor has it open: an article file in one of the folders, not hidden.
fn is_ours(session: &Session, path: &Utf8Path) -> bool {
    Format::of(path).is_some() && session.uris.below_root(path).is_some_and(|below| !is_hidden(&below))
}

fn is_hidden(below: &Utf8Path) -> bool {
    below.components().any(|component| component.as_str().starts_with('.'))
}

fn compact(session: &Arc<Session>, corpus: Arc<Corpus>) {
    let session = session.clone();
    let busy = session.activity.begin();
    tokio::task::spawn_blocking(move || {
        let _busy = busy;
        let plan = session.snapshot().plan_compaction(&corpus);
        let into = Arc::new(plan.run(&corpus));
        session.apply(Event::Compacted { from: corpus, into });
    });
}
