//! The order of all SeqCst fences.
//!
//! Loom orders each behind those that have run before it, but it does not try to run them the other way round, and lets
//! no other thread run between a step and the fence behind it. So each fence is a step of its own.
//!
//! A SeqCst access has a fence in front of it, too. Were all of these steps of their own, as good as no test could be
//! searched to the end; so a test that has any is searched once more, where they are.

use real_std::cell::{Cell, RefCell};
use real_std::rc::Rc;

use loom::sync::atomic::{Ordering, fence};

use crate::engine::touch::Touched;

real_std::thread_local! {
    static WANTED: Cell<bool> = const { Cell::new(false) };
    static MET: Cell<bool> = const { Cell::new(false) };
    /// What each fence touches.
    static ORDER: RefCell<Option<Rc<Touched>>> = const { RefCell::new(None) };
}

/// To be called at the start of each execution.
pub(crate) fn start() {
    ORDER.set(None);
}

/// From now on the fences in front of accesses are steps of their own.
pub(crate) fn begin() {
    WANTED.set(true);
}

/// Whether the test has made any SeqCst access.
pub(crate) fn any_met() -> bool {
    MET.get()
}

/// The calling thread comes to a SeqCst fence.
pub(crate) fn sequentially_consistent() {
    let order = ORDER.with_borrow_mut(|order| Rc::clone(order.get_or_insert_with(|| Rc::new(Touched::new()))));
    order.touch();
    fence(Ordering::SeqCst);
}

/// The calling thread comes to a SeqCst access.
///
/// Loom gives these no more than acquire and release. A fence in front of each makes them as strong as their name says;
/// one behind them would be too much, for then a relaxed load after a SeqCst store would be ordered too.
pub(crate) fn before_access() {
    MET.set(true);
    if WANTED.get() {
        sequentially_consistent();
    } else {
        fence(Ordering::SeqCst);
    }
}
