//! Shows how far the reading of a folder has come, where the client can show it.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use tokio::sync::watch;
use tower_lsp::lsp_types::notification::Progress;
use tower_lsp::lsp_types::request::WorkDoneProgressCreate;
use tower_lsp::lsp_types::{
    NumberOrString, ProgressParams, ProgressParamsValue, WorkDoneProgress, WorkDoneProgressBegin,
    WorkDoneProgressCreateParams, WorkDoneProgressEnd, WorkDoneProgressReport,
};

use crate::lsp::activity::Busy;
use crate::lsp::session::Session;

/// A report at most this often.
const PACE: Duration = Duration::from_millis(100);

/// How long the client may take to make room for the display.
const PATIENCE: Duration = Duration::from_secs(5);

/// Where the worker says how far it is. The display ends when this is dropped.
#[derive(Debug)]
pub(super) struct Reporter(watch::Sender<(usize, usize)>);

impl Reporter {
    pub fn report(&self, analysed: usize, known: usize) {
        self.0.send_replace((analysed, known));
    }
}

/// Begins a display of this title, in a task of its own: the worker never waits for the client.
pub(super) fn begin(session: &Arc<Session>, title: &Option<String>) -> Option<Reporter> {
    let title = title.clone().filter(|_| session.profile().progress)?;
    let (reports, receiver) = watch::channel((0, 0));
    session.spawn(show(session.clone(), title, receiver, session.activity.begin()));
    Some(Reporter(reports))
}

async fn show(
    session: Arc<Session>,
    title: String,
    mut reports: watch::Receiver<(usize, usize)>,
    _busy: Busy,
) {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let token = NumberOrString::String(format!("dateline/{}", NEXT.fetch_add(1, Ordering::Relaxed)));
    let create = WorkDoneProgressCreateParams { token: token.clone() };
    let created = session.client().send_request::<WorkDoneProgressCreate>(create);
    if !matches!(tokio::time::timeout(PATIENCE, created).await, Ok(Ok(()))) {
        return;
    }
    let send = |value| {
        let value = ProgressParamsValue::WorkDone(value);
        session.client().send_notification::<Progress>(ProgressParams { token: token.clone(), value })
    };
    let begin = WorkDoneProgressBegin { title, percentage: Some(0), ..WorkDoneProgressBegin::default() };
    send(WorkDoneProgress::Begin(begin)).await;
    let mut count = 0;
    while reports.changed().await.is_ok() {
        let (analysed, known) = *reports.borrow_and_update();
        count = analysed;
        let report = WorkDoneProgressReport {
            message: Some(format!("{analysed} of {known} articles")),
            percentage: u32::try_from(analysed * 100 / known.max(1)).ok(),
            cancellable: None,
        };
        send(WorkDoneProgress::Report(report)).await;
        tokio::select! {
            () = tokio::time::sleep(PACE) => {}
            () = closed(&reports) => {}
        }
    }
    let message = Some(format!("{count} articles"));
    send(WorkDoneProgress::End(WorkDoneProgressEnd { message })).await;
}

/// Waits until the worker is done.
async fn closed(reports: &watch::Receiver<(usize, usize)>) {
    let mut reports = reports.clone();
    while reports.changed().await.is_ok() {}
}
