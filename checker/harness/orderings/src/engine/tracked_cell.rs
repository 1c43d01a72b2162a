//! A value whose accesses are known for certain.

use real_std::cell::UnsafeCell;
use real_std::panic::Location;

use threadlings_trace::Identity;

use crate::engine::{Access, CellSlot};
use crate::record::{self, Caller};

/// A value that is read and written only by closures, so that reads and writes are told apart for certain.
pub struct TrackedCell<T> {
    identity: Identity,
    slot: CellSlot,
    value: UnsafeCell<T>,
}

// SAFETY: all modelled threads run on one real thread, in turns. An access that no order separates from another one
// ends the execution before the closure runs, so a `&mut T` is given out only to a thread that nobody competes with.
unsafe impl<T: Send + Sync> Sync for TrackedCell<T> {}

impl<T> TrackedCell<T> {
    /// A cell that holds `value`. Making it counts as a write.
    #[track_caller]
    pub fn new(value: T) -> Self {
        let caller = Location::caller();
        let identity = Identity::new("value", caller);
        let cell = TrackedCell { identity, slot: CellSlot::new(), value: UnsafeCell::new(value) };
        cell.slot.touch(Access::Write, caller);
        cell
    }

    /// Reads the value. The closure must not touch the cell again.
    #[track_caller]
    pub fn read<R>(&self, f: impl FnOnce(&T) -> R) -> R {
        self.touch(Access::Read, Location::caller());
        // SAFETY: no write competes with this read, see `Sync`, and the closures of this cell do not nest.
        f(unsafe { &*self.value.get() })
    }

    /// Changes the value. The closure must not touch the cell again.
    #[track_caller]
    pub fn write<R>(&self, f: impl FnOnce(&mut T) -> R) -> R {
        self.touch(Access::Write, Location::caller());
        // SAFETY: no access competes with this write, see `Sync`, and the closures of this cell do not nest.
        f(unsafe { &mut *self.value.get() })
    }

    fn touch(&self, access: Access, caller: Caller) {
        if let Some(operation) = access.name() {
            record::step(caller, operation, |step| {
                // The payload is the hidden test's; what counts is the race, if there is one.
                step.on(&self.identity).dull();
            });
        }
        self.slot.touch(access, caller);
    }
}
