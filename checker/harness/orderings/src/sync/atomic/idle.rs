//! What a swap releases that stores the value that is there already.
//!
//! Loom does not know that such a store comes right behind the one it read. It would let it come behind a later one
//! too, so that a lock which a spinning thread swaps in vain stays locked for ever. So a swap that changes nothing only
//! reads. But it may release, and whoever swaps next acquires that: so what it releases goes into a second atomic, from
//! which later swaps acquire, until a plain store ends the sequence.

use real_std::cell::Cell;

use super::Ordering;
use super::word::acquires;
use crate::engine::spares::Slot;
use crate::engine::unwinding::without_switching;

/// What swaps that changed nothing have released since the last plain store.
pub(super) struct IdleReleases {
    slot: Slot,
    any: Cell<bool>,
}

impl IdleReleases {
    pub(super) const fn new() -> Self {
        IdleReleases { slot: Slot::new(), any: Cell::new(false) }
    }

    /// A plain store, or a new execution: whatever reads from now on does not read from those swaps.
    pub(super) fn forget(&self) {
        self.any.set(false);
    }

    /// A swap that changed nothing, right after it has read.
    pub(super) fn release(&self) {
        let atomic = self.slot.atomic();
        let goes_on = self.any.replace(true);
        without_switching(|| {
            if goes_on {
                atomic.fetch_add(1, Ordering::Release);
            } else {
                atomic.store(0, Ordering::Release);
            }
        });
    }

    /// A step that reads the newest value, right after it has read.
    pub(super) fn acquire(&self, order: Ordering) {
        if acquires(order) && self.any.get() {
            let atomic = self.slot.atomic();
            without_switching(|| atomic.fetch_add(0, Ordering::Acquire));
        }
    }
}
