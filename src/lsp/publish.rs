//! Publishes the findings of open documents: one task, the newest state only.
//!
//! A document's own findings go out at once behind an edit; while one is being computed, further edits
//! wait and count as one. What an edit changes in *other* documents follows after a quiet moment, and
//! goes out only where it differs from what the client has. A client that asks for findings itself
//! ([`pull`]) gets none unasked; it is told to ask again where an edit elsewhere changed them.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use camino::{Utf8Path, Utf8PathBuf};
use rustc_hash::FxHashMap;
use tokio::sync::Notify;
use tower_lsp::lsp_types::notification::PublishDiagnostics;
use tower_lsp::lsp_types::{Diagnostic, PublishDiagnosticsParams, Url};

use crate::checks;
use crate::lsp::activity::Busy;
use crate::lsp::convert::Pages;
use crate::lsp::pull;
use crate::lsp::session::{Session, locked};

/// How long nothing may change before other documents are looked at.
const QUIET: Duration = Duration::from_millis(100);

/// How long a client may take to hear that it should ask again.
const PATIENCE: Duration = Duration::from_secs(10);

/// What is to be published.
#[derive(Debug, Default)]
pub(super) struct Outbox {
    wanted: Mutex<Wanted>,
    bell: Notify,
}

#[derive(Debug, Default)]
struct Wanted {
    gone: VecDeque<Utf8PathBuf>,
    own: VecDeque<Utf8PathBuf>,
    others: bool,
    /// Held while anything is wanted or being worked on.
    busy: Option<Busy>,
}

/// What is next.
enum Step {
    Clear(Utf8PathBuf),
    Own(Utf8PathBuf),
    /// Other documents, once it is quiet.
    Others,
}

impl Outbox {
    pub fn publish(&self, session: &Session, path: Utf8PathBuf) {
        self.want(session, |wanted| {
            if !wanted.own.contains(&path) {
                wanted.own.push_back(path);
            }
        });
    }

    pub fn clear(&self, session: &Session, path: Utf8PathBuf) {
        self.want(session, |wanted| {
            wanted.own.retain(|own| *own != path);
            wanted.gone.push_back(path);
        });
    }

    pub fn publish_others(&self, session: &Session) {
        self.want(session, |wanted| wanted.others = true);
    }

    fn want(&self, session: &Session, change: impl FnOnce(&mut Wanted)) {
        let mut wanted = locked(&self.wanted);
        change(&mut wanted);
        wanted.busy.get_or_insert_with(|| session.activity.begin());
        drop(wanted);
        self.bell.notify_one();
    }

    /// What is next; `None` where nothing is, and then the outbox is at rest.
    fn step(&self) -> Option<Step> {
        let mut wanted = locked(&self.wanted);
        if let Some(path) = wanted.gone.pop_front() {
            Some(Step::Clear(path))
        } else if let Some(path) = wanted.own.pop_front() {
            Some(Step::Own(path))
        } else if wanted.others {
            Some(Step::Others)
        } else {
            wanted.busy = None;
            None
        }
    }

    /// Whether something has to go out before other documents are looked at.
    fn is_urgent(&self) -> bool {
        let wanted = locked(&self.wanted);
        !wanted.gone.is_empty() || !wanted.own.is_empty()
    }
}

/// What the client has of one document.
#[derive(Debug)]
struct Publication {
    uri: Url,
    version: i32,
    diagnostics: Vec<Diagnostic>,
}

type Sent = FxHashMap<Utf8PathBuf, Publication>;

/// Publishes until the session ends.
pub(super) async fn run(session: Arc<Session>) {
    let mut sent = Sent::default();
    loop {
        match session.outbox.step() {
            None => session.outbox.bell.notified().await,
            Some(Step::Clear(path)) => {
                session.pulls.forget(&path);
                if let Some(publication) = sent.remove(&path) {
                    send(&session, publication.uri, Vec::new(), None).await;
                }
            }
            // The client asks when its own text has changed.
            Some(Step::Own(_)) if session.profile().pulls => {}
            Some(Step::Own(path)) => {
                publish(&session, &mut sent, path, |new, old| {
                    (new.version, &new.diagnostics) != (old.version, &old.diagnostics)
                })
                .await;
            }
            Some(Step::Others) => {
                tokio::select! {
                    () = tokio::time::sleep(QUIET) => {
                        if session.profile().pulls {
                            refresh(&session).await;
                        } else {
                            publish_all(&session, &mut sent).await;
                        }
                    }
                    () = session.outbox.bell.notified() => {}
                }
            }
        }
    }
}

/// Has a client ask again that asks for findings itself, where what it has is no longer true.
async fn refresh(session: &Arc<Session>) {
    locked(&session.outbox.wanted).others = false;
    let outdated = {
        let session = session.clone();
        tokio::task::spawn_blocking(move || pull::is_outdated(&session))
    };
    if outdated.await.unwrap_or_default() {
        let client = session.client().clone();
        let busy = session.activity.begin();
        // Nothing waits for the answer, which says nothing.
        session.spawn(async move {
            let _busy = busy;
            let _ = tokio::time::timeout(PATIENCE, client.workspace_diagnostic_refresh()).await;
        });
    }
}

/// Looks at every open document; breaks off as soon as something urgent comes, to begin again.
async fn publish_all(session: &Arc<Session>, sent: &mut Sent) {
    locked(&session.outbox.wanted).others = false;
    let snapshot = session.snapshot();
    for doc in snapshot.open_docs() {
        if session.outbox.is_urgent() {
            locked(&session.outbox.wanted).others = true;
            return;
        }
        publish(session, sent, snapshot.path(doc).to_owned(), |new, old| new.diagnostics != old.diagnostics)
            .await;
    }
}

/// Computes the findings of an open document and sends them where they are news.
async fn publish(
    session: &Arc<Session>,
    sent: &mut Sent,
    path: Utf8PathBuf,
    is_news: impl FnOnce(&Publication, &Publication) -> bool,
) {
    let computed = {
        let (session, path) = (session.clone(), path.clone());
        tokio::task::spawn_blocking(move || compute(&session, &path))
    };
    let new = match computed.await {
        Ok(Some(new)) => new,
        Ok(None) => return,
        Err(error) => {
            tracing::error!("the findings of {path} could not be computed: {error}");
            return;
        }
    };
    // A newer version has its own turn in the queue; a closed document has none.
    if open_version(session, &path) != Some(new.version) {
        return;
    }
    if sent.get(&path).is_none_or(|old| is_news(&new, old)) {
        send(session, new.uri.clone(), new.diagnostics.clone(), Some(new.version)).await;
        sent.insert(path, new);
    }
}

fn compute(session: &Arc<Session>, path: &Utf8Path) -> Option<Publication> {
    let snapshot = session.snapshot();
    let doc = snapshot.doc(path)?;
    let version = snapshot.live(doc)?.version();
    let pages = Pages::new(&snapshot, session);
    let findings = checks::shown(&snapshot, doc);
    let diagnostics = findings.iter().filter_map(|finding| pages.diagnostic(doc, finding)).collect();
    session.settle(&snapshot);
    Some(Publication { uri: session.uris.uri(path)?, version, diagnostics })
}

fn open_version(session: &Session, path: &Utf8Path) -> Option<i32> {
    let snapshot = session.snapshot();
    Some(snapshot.live(snapshot.doc(path)?)?.version())
}

async fn send(session: &Session, uri: Url, diagnostics: Vec<Diagnostic>, version: Option<i32>) {
    let params = PublishDiagnosticsParams { uri, diagnostics, version };
    session.client().send_notification::<PublishDiagnostics>(params).await;
}
