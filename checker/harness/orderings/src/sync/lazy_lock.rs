//! `LazyLock`.

use real_std::cell::UnsafeCell;
use real_std::fmt;
use real_std::ops::Deref;
use real_std::panic::{Location, RefUnwindSafe, UnwindSafe};

use threadlings_trace::Reset;

use super::OnceLock;
use crate::record::Caller;

pub struct LazyLock<T, F = fn() -> T> {
    value: OnceLock<T>,
    reset: Reset,
    /// Taken by the thread that makes the value; nobody comes second unless it panicked.
    make: UnsafeCell<Option<F>>,
}

// SAFETY: as in std; and the closure is taken only under the lock of the `OnceLock`.
unsafe impl<T: Send + Sync, F: Send> Sync for LazyLock<T, F> {}
impl<T: UnwindSafe, F: UnwindSafe> UnwindSafe for LazyLock<T, F> {}
impl<T: UnwindSafe + RefUnwindSafe, F: UnwindSafe> RefUnwindSafe for LazyLock<T, F> {}

impl<T, F: FnOnce() -> T> LazyLock<T, F> {
    #[track_caller]
    pub const fn new(f: F) -> Self {
        LazyLock {
            value: OnceLock::of_kind("LazyLock", Location::caller()),
            reset: Reset::new(),
            make: UnsafeCell::new(Some(f)),
        }
    }

    #[track_caller]
    pub fn force(this: &Self) -> &T {
        this.get(Location::caller())
    }

    fn get(&self, caller: Caller) -> &T {
        self.reset.before_use(self.make.get());
        self.value.get_or_make("deref", caller, || {
            // SAFETY: this runs under the lock of the `OnceLock`, and nothing else touches the field.
            match unsafe { (*self.make.get()).take() } {
                Some(make) => make(),
                None => panic!("LazyLock instance has previously been poisoned"),
            }
        })
    }
}

impl<T, F: FnOnce() -> T> Deref for LazyLock<T, F> {
    type Target = T;

    #[track_caller]
    fn deref(&self) -> &T {
        self.get(Location::caller())
    }
}

impl<T: Default> Default for LazyLock<T> {
    #[track_caller]
    fn default() -> Self {
        LazyLock::new(T::default)
    }
}

impl<T, F> fmt::Debug for LazyLock<T, F> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("LazyLock").finish_non_exhaustive()
    }
}
