//! Locks that are found held.
//!
//! Loom lets other threads run before a lock is taken, and not again before it is given back unless something else comes
//! between. Where threads only wait for locks that makes no difference. A test that tries to take one without waiting is
//! searched once more, and there other threads can also run when a lock has just been taken.

use real_std::cell::Cell;

use loom::sync::atomic::Ordering;

use crate::engine::spares::Slot;

real_std::thread_local! {
    static WANTED: Cell<bool> = const { Cell::new(false) };
    static TRIED: Cell<bool> = const { Cell::new(false) };
    static SLOT: Slot = const { Slot::new() };
}

/// From now on others can run when a lock was taken.
pub(crate) fn begin() {
    WANTED.set(true);
}

/// Whether the test has tried to take a lock without waiting.
pub(crate) fn any_tried() -> bool {
    TRIED.get()
}

/// A lock is about to be tried without waiting.
pub(crate) fn tries() {
    TRIED.set(true);
    switch();
}

/// A lock was taken.
pub(crate) fn taken() {
    switch();
}

/// A step that loom orders against others of these in every way, and that orders nothing else.
fn switch() {
    if WANTED.get() {
        SLOT.with(Slot::atomic).fetch_add(1, Ordering::Relaxed);
    }
}
