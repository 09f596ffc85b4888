//! Counts what runs in the background, so that `dateline/settled` knows when nothing does.

use std::sync::Arc;

use tokio::sync::watch;

/// The number of things under way. Work that begins other work begins it before it ends itself, so the
/// count is zero only when all is done.
#[derive(Clone, Debug)]
pub(super) struct Activity(Arc<watch::Sender<usize>>);

/// One thing under way, until dropped.
#[derive(Debug)]
pub(super) struct Busy(Activity);

impl Activity {
    pub fn new() -> Self {
        Self(Arc::new(watch::Sender::new(0)))
    }

    pub fn begin(&self) -> Busy {
        self.0.send_modify(|count| *count += 1);
        Busy(self.clone())
    }

    /// Waits until nothing is under way.
    pub async fn idle(&self) {
        // The sender lives as long as `self`: waiting cannot fail.
        let _ = self.0.subscribe().wait_for(|count| *count == 0).await;
    }

    pub fn count(&self) -> usize {
        *self.0.borrow()
    }
}

impl Drop for Busy {
    fn drop(&mut self) {
        self.0.0.send_modify(|count| *count -= 1);
    }
}
