//! What a test turns out to notice.
//!
//! Each point at which threads may switch multiplies the executions to look at, so there is none where nobody could
//! tell the difference: nobody notices when a handle is dropped unless somebody looks at its count, nor when a lock
//! is given back unless somebody tries to take it without waiting. An execution that does such a thing makes the
//! search start again, with points there.

use real_std::cell::Cell;

use crate::engine::run;

/// Something that a test may look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Notice {
    /// How many handles an `Arc` has, or which of them is dropped last.
    #[cfg(modelled_arc)]
    Counts = 1,
    /// Whether a lock is held.
    HeldLocks = 2,
    /// Whether a thread has ended, other than by waiting for it.
    Ends = 4,
    /// What was printed so far.
    Output = 8,
}

thread_local! {
    /// What the test turned out to notice so far, one bit each.
    static NOTICED: Cell<u8> = const { Cell::new(0) };
}

/// Before another test.
pub(crate) fn forget() {
    NOTICED.set(0);
}

/// Takes this for known from the start.
pub(crate) fn expect(noticed: u8) {
    NOTICED.set(noticed);
}

/// All that is known by now, to be compared.
pub(crate) fn now() -> u8 {
    NOTICED.get()
}

/// The test looks at such a thing.
pub(crate) fn add(notice: Notice) {
    NOTICED.set(NOTICED.get() | notice as u8);
}

/// A point at which another thread may run, if the test looks at such a thing.
pub(crate) fn switch_for(notice: Notice) {
    if NOTICED.get() & notice as u8 != 0 {
        run::switch();
    }
}
