//! Weak exchanges that fail for no reason.
//!
//! Std allows that at any time. To let each of them fail or not would double the executions with every one. So a test
//! that makes any is searched once more, and there the first weak exchange that a thread makes at a place, and that
//! could have succeeded, fails.

use real_std::cell::{Cell, RefCell};

use crate::engine::execution;
use crate::record::Caller;

real_std::thread_local! {
    static WANTED: Cell<bool> = const { Cell::new(false) };
    static MET: Cell<bool> = const { Cell::new(false) };
    /// By place and thread.
    static FAILED: RefCell<Vec<(Caller, usize)>> = const { RefCell::new(Vec::new()) };
}

/// To be called at the start of each execution.
pub(crate) fn start() {
    FAILED.with_borrow_mut(Vec::clear);
}

/// From now on they fail.
pub(crate) fn begin() {
    WANTED.set(true);
}

/// Whether the test has made any weak exchange.
pub(crate) fn any_met() -> bool {
    MET.get()
}

/// Whether the calling thread's weak exchange is to fail, even if it could succeed.
pub(crate) fn is_due(caller: Caller) -> bool {
    MET.set(true);
    WANTED.get() && !FAILED.with_borrow(|failed| failed.contains(&(caller, execution::current_thread())))
}

/// It has failed although it could have succeeded.
pub(crate) fn has_failed(caller: Caller) {
    FAILED.with_borrow_mut(|failed| failed.push((caller, execution::current_thread())));
}
