//! Faults that tests plant to see whether the oracle catches them.

use std::cell::Cell;

/// Which mistakes the corpus makes on this thread. All off by default.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Faults {
    /// A changed document stays filed under names that it no longer has.
    pub skip_removal: bool,
    /// A key's stamp does not follow its contributions.
    pub keep_stale_stamp: bool,
    /// The overlay takes a document over, but the segment goes on serving it.
    pub drop_owner_flip: bool,
}

thread_local! {
    static FAULTS: Cell<Faults> = const { Cell::new(Faults { skip_removal: false, keep_stale_stamp: false, drop_owner_flip: false }) };
}

/// The faults that are planted on this thread.
pub fn current() -> Faults {
    FAULTS.get()
}

/// Runs `work` with faults planted on this thread.
pub fn with<T>(faults: Faults, work: impl FnOnce() -> T) -> T {
    struct Restore(Faults);
    impl Drop for Restore {
        fn drop(&mut self) {
            FAULTS.set(self.0);
        }
    }
    let _restore = Restore(FAULTS.replace(faults));
    work()
}
