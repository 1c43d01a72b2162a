//! What the spin locks have in common.

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

/// A spin lock that is taken by whatever function it is given.
pub(crate) struct SpinLock<T> {
    locked: AtomicBool,
    lock: fn(&AtomicBool),
    unlock: Ordering,
    value: UnsafeCell<T>,
}

// SAFETY: the lock gives the value to one thread at a time, if the orderings are right.
unsafe impl<T: Send> Sync for SpinLock<T> {}

impl<T> SpinLock<T> {
    pub(crate) const fn new(value: T, lock: fn(&AtomicBool), unlock: Ordering) -> Self {
        SpinLock { locked: AtomicBool::new(false), lock, unlock, value: UnsafeCell::new(value) }
    }

    pub(crate) fn with<R>(&self, f: impl FnOnce(&mut T) -> R) -> R {
        (self.lock)(&self.locked);
        // SAFETY: the lock is held.
        let result = f(unsafe { &mut *self.value.get() });
        self.locked.store(false, self.unlock);
        result
    }
}

/// Two threads besides this one use the lock, one of them twice.
pub(crate) fn contend(lock: fn(&AtomicBool), unlock: Ordering) {
    let list = SpinLock::new(Vec::new(), lock, unlock);
    thread::scope(|scope| {
        scope.spawn(|| list.with(|list| list.push(1)));
        scope.spawn(|| {
            list.with(|list| list.push(2));
            list.with(|list| list.push(3));
        });
    });
    let list = list.with(|list| list.clone());
    assert!([[1, 2, 3], [2, 1, 3], [2, 3, 1]].contains(&[list[0], list[1], list[2]]), "{list:?}");
}
