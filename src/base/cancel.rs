//! Giving up early: a flag that long loops look at.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// A flag that says that nobody waits for the result any more.
///
/// Clones share the flag. Loops over more than a few hundred items call [`CancelToken::checkpoint`]
/// every 256 of them.
#[derive(Clone, Default, Debug)]
pub struct CancelToken(Arc<AtomicBool>);

/// The work was given up because its [`CancelToken`] was set. Carries nothing: nobody reads it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Cancelled;

impl CancelToken {
    /// Sets the flag, for all clones and for good.
    pub fn cancel(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    pub fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    /// `Err(Cancelled)` once the flag is set, for use with `?`.
    pub fn checkpoint(&self) -> Result<(), Cancelled> {
        if self.is_cancelled() { Err(Cancelled) } else { Ok(()) }
    }
}

/// Cancels its token when dropped: lives in the future of a request, so that dropping the future
/// stops the work on the pool.
#[derive(Debug)]
pub struct CancelOnDrop(pub CancelToken);

impl Drop for CancelOnDrop {
    fn drop(&mut self) {
        self.0.cancel();
    }
}
