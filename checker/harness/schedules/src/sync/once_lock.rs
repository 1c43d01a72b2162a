//! Values that are written once.

use real_std::cell::UnsafeCell;
use real_std::fmt;
use real_std::panic::{Location, RefUnwindSafe, UnwindSafe};

use threadlings_trace::{Caller, Reset, is_recording, step};

use super::once::Once;
use crate::engine::run;

/// [`std::sync::OnceLock`](real_std::sync::OnceLock).
pub struct OnceLock<T> {
    once: Once,
    reset: Reset,
    value: UnsafeCell<Option<T>>,
}

// SAFETY: as in std: the value is written before `once` is done, and only shared after that.
unsafe impl<T: Send> Send for OnceLock<T> {}
// SAFETY: see above; one thread may write the value and another drop it.
unsafe impl<T: Send + Sync> Sync for OnceLock<T> {}
impl<T: RefUnwindSafe + UnwindSafe> RefUnwindSafe for OnceLock<T> {}
impl<T: UnwindSafe> UnwindSafe for OnceLock<T> {}

impl<T> OnceLock<T> {
    /// Without a value.
    #[track_caller]
    pub const fn new() -> Self {
        OnceLock::of("OnceLock", Location::caller())
    }

    /// The same, as part of another type.
    pub(super) const fn of(kind: &'static str, made: Caller) -> Self {
        OnceLock { once: Once::of(kind, made), reset: Reset::new(), value: UnsafeCell::new(None) }
    }

    /// The value, if it is there.
    #[track_caller]
    pub fn get(&self) -> Option<&T> {
        let caller = Location::caller();
        self.renew();
        run::switch();
        let value = self.peek();
        if is_recording() {
            self.record("get", caller, value);
        }
        value
    }

    /// The value, which nobody else can reach.
    pub fn get_mut(&mut self) -> Option<&mut T> {
        self.renew();
        self.value.get_mut().as_mut()
    }

    /// Writes the value.
    ///
    /// # Errors
    /// The value, if one is there already.
    #[track_caller]
    pub fn set(&self, value: T) -> Result<(), T> {
        let caller = Location::caller();
        let mut value = Some(value);
        self.initialise("set", caller, true, || value.take().expect("it is taken once"));
        match value {
            None => Ok(()),
            Some(value) => {
                step(run::me(), caller, "set", |step| {
                    step.on(self.once.identity()).read("Err").note("there is a value already");
                });
                Err(value)
            }
        }
    }

    /// The value, made by the function if there is none.
    #[track_caller]
    pub fn get_or_init<F: FnOnce() -> T>(&self, function: F) -> &T {
        self.force("get_or_init", Location::caller(), true, function)
    }

    /// Waits for the value.
    #[track_caller]
    pub fn wait(&self) -> &T {
        let caller = Location::caller();
        self.renew();
        self.once.wait_done("wait", caller, true);
        self.peek().expect("it was waited for")
    }

    /// The value.
    pub fn into_inner(mut self) -> Option<T> {
        self.take()
    }

    /// Takes the value and leaves none.
    pub fn take(&mut self) -> Option<T> {
        self.renew();
        self.once.undo();
        self.value.get_mut().take()
    }

    pub(super) fn force(&self, operation: &'static str, caller: Caller, retry: bool, make: impl FnOnce() -> T) -> &T {
        self.initialise(operation, caller, retry, make);
        let value = self.peek();
        if is_recording() {
            self.record(operation, caller, value);
        }
        value.expect("it was initialised")
    }

    /// The value of a static starts afresh in each execution.
    fn renew(&self) {
        self.reset.before_use(self.value.get());
    }

    pub(super) fn peek(&self) -> Option<&T> {
        self.renew();
        if !self.once.is_done() {
            return None;
        }
        // SAFETY: once it is done, the value is not written to any more while it is shared.
        unsafe { (*self.value.get()).as_ref() }
    }

    fn initialise(&self, operation: &'static str, caller: Caller, retry: bool, make: impl FnOnce() -> T) {
        self.renew();
        self.once.call(operation, caller, retry, |_| {
            let value = make();
            // SAFETY: no other thread runs a function of this `once`, and none reads before it is done.
            unsafe { *self.value.get() = Some(value) };
        });
    }

    fn record(&self, operation: &'static str, caller: Caller, value: Option<&T>) {
        step(run::me(), caller, operation, |step| {
            step.on(self.once.identity());
            match value {
                Some(value) => step.read_value(value),
                None => step.read("None"),
            };
        });
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
        let once = Once::done("OnceLock", Location::caller());
        OnceLock { once, reset: Reset::new(), value: UnsafeCell::new(Some(value)) }
    }
}

impl<T: Clone> Clone for OnceLock<T> {
    #[track_caller]
    fn clone(&self) -> Self {
        match self.get() {
            Some(value) => OnceLock::from(value.clone()),
            None => OnceLock::new(),
        }
    }
}

impl<T: PartialEq> PartialEq for OnceLock<T> {
    fn eq(&self, other: &Self) -> bool {
        self.get() == other.get()
    }
}

impl<T: Eq> Eq for OnceLock<T> {}

impl<T: fmt::Debug> fmt::Debug for OnceLock<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut lock = formatter.debug_tuple("OnceLock");
        match self.peek() {
            Some(value) => lock.field(value),
            None => lock.field(&format_args!("<uninit>")),
        };
        lock.finish()
    }
}
