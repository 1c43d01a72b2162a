//! `OnceLock`.

use real_std::cell::UnsafeCell;
use real_std::fmt;
use real_std::panic::{Location, RefUnwindSafe, UnwindSafe};

use threadlings_trace::{Cause, Identity, Reset};

use super::atomic::{AtomicBool, Ordering};
use super::mutex::take;
use super::{Condvar, Mutex};
use crate::record::{self, Caller};

pub struct OnceLock<T> {
    identity: Identity,
    reset: Reset,
    /// Says whether there is a value.
    full: AtomicBool,
    /// Held while the value is made.
    making: Mutex<()>,
    made: Condvar,
    value: UnsafeCell<Option<T>>,
}

// SAFETY: as in std; and the state beside the value is used only by modelled threads, which run on one real thread.
unsafe impl<T: Send> Send for OnceLock<T> {}
// SAFETY: as above.
unsafe impl<T: Send + Sync> Sync for OnceLock<T> {}
impl<T: UnwindSafe> UnwindSafe for OnceLock<T> {}
impl<T: UnwindSafe + RefUnwindSafe> RefUnwindSafe for OnceLock<T> {}

impl<T> OnceLock<T> {
    #[track_caller]
    pub const fn new() -> Self {
        OnceLock::of_kind("OnceLock", Location::caller())
    }

    pub(super) const fn of_kind(kind: &'static str, caller: Caller) -> Self {
        OnceLock {
            identity: Identity::new(kind, caller),
            reset: Reset::new(),
            full: AtomicBool::new(false),
            making: Mutex::new(()),
            made: Condvar::new(),
            value: UnsafeCell::new(None),
        }
    }

    #[track_caller]
    pub fn get(&self) -> Option<&T> {
        let value = self.look();
        record::step(Location::caller(), "get", |step| {
            step.on(&self.identity).read(if value.is_some() { "Some(..)" } else { "None" });
        });
        value
    }

    /// Looks without leaving a trace.
    pub(super) fn look(&self) -> Option<&T> {
        self.reset.before_use(self.value.get());
        let full = record::quietly(|| self.full.load(Ordering::Acquire));
        // SAFETY: once there is a value it is not replaced while the cell is borrowed.
        if full { unsafe { (*self.value.get()).as_ref() } } else { None }
    }

    #[track_caller]
    pub fn get_or_init(&self, f: impl FnOnce() -> T) -> &T {
        self.get_or_make("get_or_init", Location::caller(), f)
    }

    pub(super) fn get_or_make(&self, operation: &'static str, caller: Caller, make: impl FnOnce() -> T) -> &T {
        if self.look().is_none() {
            let cause = Cause::Initialisation;
            let making = record::blocking(caller, operation, Some(&self.identity), cause, || take(self.making.lock()));
            if self.look().is_none() {
                let value = make();
                // SAFETY: the lock is held and there is no value yet, so nobody borrows one.
                unsafe { *self.value.get() = Some(value) };
                record::quietly(|| {
                    self.full.store(true, Ordering::Release);
                    self.made.notify_all();
                });
            }
            record::quietly(|| drop(making));
        }
        record::step(caller, operation, |step| {
            step.on(&self.identity);
        });
        self.look().expect("there is a value now")
    }

    /// # Errors
    /// If there is a value already.
    #[track_caller]
    pub fn set(&self, value: T) -> Result<(), T> {
        let mut value = Some(value);
        self.get_or_make("set", Location::caller(), || value.take().expect("it is taken once"));
        value.map_or(Ok(()), Err)
    }

    #[track_caller]
    pub fn wait(&self) -> &T {
        let caller = Location::caller();
        record::blocking(caller, "wait", Some(&self.identity), Cause::Initialisation, || {
            let mut making = take(self.making.lock());
            while self.look().is_none() {
                making = take(self.made.wait(making));
            }
        });
        record::step(caller, "wait", |step| {
            step.on(&self.identity);
        });
        self.look().expect("there is a value now")
    }

    pub fn get_mut(&mut self) -> Option<&mut T> {
        if *self.full.get_mut() { self.value.get_mut().as_mut() } else { None }
    }

    pub fn take(&mut self) -> Option<T> {
        let full = self.full.get_mut();
        if *full {
            *full = false;
            self.value.get_mut().take()
        } else {
            None
        }
    }

    pub fn into_inner(mut self) -> Option<T> {
        self.take()
    }
}

impl<T> Default for OnceLock<T> {
    #[track_caller]
    fn default() -> Self {
        OnceLock::new()
    }
}

impl<T> From<T> for OnceLock<T> {
    #[track_caller]
    fn from(value: T) -> Self {
        let cell = OnceLock::new();
        let _ = cell.set(value);
        cell
    }
}

impl<T> fmt::Debug for OnceLock<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("OnceLock").finish_non_exhaustive()
    }
}
