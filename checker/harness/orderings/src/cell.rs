//! `std::cell`, with an `UnsafeCell` whose accesses the memory model watches.
#![allow(missing_docs, reason = "std documents what is mirrored here")]

use real_std::fmt;
use real_std::panic::Location;

use threadlings_trace::{Identity, Reset};

use crate::engine::{self, Access, CellSlot};
use crate::record::{self, Caller};

pub use real_std::cell::*;

/// A cell whose reads and writes are told apart by the source text around [`get`](Self::get).
pub struct UnsafeCell<T: ?Sized> {
    identity: Identity,
    reset: Reset,
    slot: CellSlot,
    value: real_std::cell::UnsafeCell<T>,
}

// SAFETY: what the wrapper adds is used only by modelled threads, which run on one real thread, in turns.
unsafe impl<T: ?Sized + Send> Send for UnsafeCell<T> {}

impl<T> UnsafeCell<T> {
    #[track_caller]
    pub const fn new(value: T) -> Self {
        UnsafeCell {
            identity: Identity::new("UnsafeCell", Location::caller()),
            reset: Reset::new(),
            slot: CellSlot::new(),
            value: real_std::cell::UnsafeCell::new(value),
        }
    }

    #[track_caller]
    pub fn into_inner(self) -> T {
        self.touch(Access::Write, Location::caller());
        self.value.into_inner()
    }
}

impl<T: ?Sized> UnsafeCell<T> {
    #[track_caller]
    pub fn get(&self) -> *mut T {
        let caller = Location::caller();
        self.touch(engine::access(caller), caller);
        self.value.get()
    }

    #[track_caller]
    pub fn get_mut(&mut self) -> &mut T {
        self.touch(Access::Write, Location::caller());
        self.value.get_mut()
    }

    fn touch(&self, access: Access, caller: Caller) {
        self.reset.before_use(self.value.get());
        // Before the access itself, which may end the execution: this is the step to be shown last.
        if let Some(operation) = access.name() {
            record::step(caller, operation, |step| {
                step.on(&self.identity);
            });
        }
        self.slot.touch(access, caller);
    }

    #[expect(clippy::not_unsafe_ptr_arg_deref, reason = "it is safe in std, too")]
    pub const fn raw_get(this: *const Self) -> *mut T {
        // SAFETY: only the place of the field is computed, nothing is read. Callers have a cell to point to.
        real_std::cell::UnsafeCell::raw_get(unsafe { &raw const (*this).value })
    }
}

impl<T: Default> Default for UnsafeCell<T> {
    fn default() -> Self {
        UnsafeCell::new(T::default())
    }
}

impl<T> From<T> for UnsafeCell<T> {
    fn from(value: T) -> Self {
        UnsafeCell::new(value)
    }
}

impl<T: ?Sized> fmt::Debug for UnsafeCell<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("UnsafeCell").finish_non_exhaustive()
    }
}
