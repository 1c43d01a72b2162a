//! Lets a panicking thread unwind in one go.
//!
//! Modelled threads share one real thread, and `panicking()` belongs to the real one. If another thread ran while one
//! unwinds, its guards would take the panic for their own and poison their locks.

use real_std::cell::{Cell, RefCell};

use crate::engine::execution;

real_std::thread_local! {
    static UNWINDING: Cell<Option<usize>> = const { Cell::new(None) };
    static WHEN_CAUGHT: RefCell<Vec<Box<dyn FnOnce()>>> = const { RefCell::new(Vec::new()) };
}

/// To be called at the start of each execution.
pub(crate) fn start() {
    UNWINDING.set(None);
}

/// The calling thread begins to unwind: it stays at work until it has arrived, unless it blocks.
pub(crate) fn begin() {
    if UNWINDING.get().is_none() {
        UNWINDING.set(Some(execution::current_thread()));
        loom::stop_exploring();
    }
}

/// The calling thread's panic was caught.
pub(crate) fn end() {
    if UNWINDING.get() == Some(execution::current_thread()) {
        UNWINDING.set(None);
        for late in WHEN_CAUGHT.take() {
            late();
        }
        loom::explore();
    }
}

/// Whether the calling thread is the one that unwinds.
pub(crate) fn is_current() -> bool {
    UNWINDING.get() == Some(execution::current_thread())
}

/// Puts something off until the panic of the calling thread has been caught.
pub(crate) fn when_caught(late: Box<dyn FnOnce()>) {
    WHEN_CAUGHT.with_borrow_mut(|all| all.push(late));
}

/// Does something that loom might otherwise interrupt for a switch of threads.
pub(crate) fn without_switching<R>(f: impl FnOnce() -> R) -> R {
    if UNWINDING.get().is_some() {
        return f();
    }
    loom::stop_exploring();
    let result = f();
    loom::explore();
    result
}
