//! Leaves when the editor has died without a word, though the pipe stays open.

use std::sync::Arc;
use std::time::Duration;

use crate::lsp::session::Session;

/// How often the editor's process is looked for.
const INTERVAL: Duration = Duration::from_millis(2500);

/// Ends the session once the process is gone. A process that cannot be seen at the start lives in
/// another name space (a container, another machine) and says nothing.
pub(super) async fn watch(session: Arc<Session>, process: u32) {
    if !lives(process) {
        return;
    }
    let mut ticks = tokio::time::interval(INTERVAL);
    while lives(process) {
        ticks.tick().await;
    }
    tracing::warn!("the editor's process {process} is gone");
    session.end();
}

#[cfg(unix)]
fn lives(process: u32) -> bool {
    let process = i32::try_from(process).ok().and_then(rustix::process::Pid::from_raw);
    let Some(process) = process else { return false };
    rustix::process::test_kill_process(process) != Err(rustix::io::Errno::SRCH)
}

#[cfg(not(unix))]
fn lives(_process: u32) -> bool {
    false
}
