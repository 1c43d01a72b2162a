//! Locks that a panicking thread gives back late.
//!
//! A loom lock holds a lock of std's, which is poisoned when a guard ends while its thread unwinds, and after that loom
//! cannot use it. So such a guard is put aside, and ends when the panic has been caught. No other thread gets to work
//! before that; and the thread itself gets the guard back if a destructor locks again.

use real_std::cell::RefCell;
use real_std::rc::Rc;
use real_std::thread::panicking;

use crate::engine::unwinding;

/// A loom lock `L`, whose guards are `G`.
pub(super) struct Late<L, G> {
    // In this order, for the guard borrows from the lock.
    aside: RefCell<Option<G>>,
    lock: L,
}

impl<L: 'static, G: 'static> Late<L, G> {
    pub(super) fn new(lock: L) -> Self {
        Late { aside: RefCell::new(None), lock }
    }

    pub(super) fn lock(&self) -> &L {
        &self.lock
    }

    /// The guard that this thread has put aside.
    pub(super) fn take_back(&self) -> Option<G> {
        if unwinding::is_current() { self.aside.borrow_mut().take() } else { None }
    }

    /// Ends a guard, now or when the panic has been caught.
    pub(super) fn end(self: &Rc<Self>, guard: G) {
        if panicking() && unwinding::is_current() {
            *self.aside.borrow_mut() = Some(guard);
            let this = Rc::clone(self);
            unwinding::when_caught(Box::new(move || drop(this.aside.borrow_mut().take())));
        }
    }
}
