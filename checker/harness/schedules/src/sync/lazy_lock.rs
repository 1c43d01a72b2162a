//! Values that are made when they are first needed.

use real_std::cell::UnsafeCell;
use real_std::fmt;
use real_std::ops::{Deref, DerefMut};
use real_std::panic::{Location, RefUnwindSafe, UnwindSafe};

use threadlings_trace::Reset;

use super::OnceLock;

/// [`std::sync::LazyLock`](real_std::sync::LazyLock).
pub struct LazyLock<T, F = fn() -> T> {
    value: OnceLock<T>,
    reset: Reset,
    /// Taken by the one call that makes the value.
    make: UnsafeCell<Option<F>>,
}

// SAFETY: as in std: only one thread runs `make`, and the value is shared after that.
unsafe impl<T: Send + Sync, F: Send> Sync for LazyLock<T, F> {}
impl<T: RefUnwindSafe + UnwindSafe, F: UnwindSafe> RefUnwindSafe for LazyLock<T, F> {}
impl<T: UnwindSafe, F: UnwindSafe> UnwindSafe for LazyLock<T, F> {}

impl<T, F: FnOnce() -> T> LazyLock<T, F> {
    /// A value that the function makes when it is needed.
    #[track_caller]
    pub const fn new(make: F) -> Self {
        let value = OnceLock::of("LazyLock", Location::caller());
        LazyLock { value, reset: Reset::new(), make: UnsafeCell::new(Some(make)) }
    }

    /// The value; makes it if need be.
    #[track_caller]
    pub fn force(this: &Self) -> &T {
        let caller = Location::caller();
        this.reset.before_use(this.make.get());
        this.value.force("force", caller, false, || {
            // SAFETY: `value` lets one thread at a time run this.
            let make = unsafe { (*this.make.get()).take() };
            make.expect("LazyLock instance has previously been poisoned")()
        })
    }

    /// The value, which nobody else can reach; makes it if need be.
    #[track_caller]
    pub fn force_mut(this: &mut Self) -> &mut T {
        LazyLock::force(this);
        this.value.get_mut().expect("it was made")
    }
}

impl<T, F> LazyLock<T, F> {
    /// The value, if it was made.
    #[track_caller]
    pub fn get(this: &Self) -> Option<&T> {
        this.value.get()
    }

    /// The value, if it was made, which nobody else can reach.
    pub fn get_mut(this: &mut Self) -> Option<&mut T> {
        this.value.get_mut()
    }
}

impl<T, F: FnOnce() -> T> Deref for LazyLock<T, F> {
    type Target = T;

    #[track_caller]
    fn deref(&self) -> &T {
        LazyLock::force(self)
    }
}

impl<T, F: FnOnce() -> T> DerefMut for LazyLock<T, F> {
    #[track_caller]
    fn deref_mut(&mut self) -> &mut T {
        LazyLock::force_mut(self)
    }
}

impl<T: Default> Default for LazyLock<T> {
    #[track_caller]
    fn default() -> Self {
        LazyLock::new(T::default)
    }
}

impl<T: fmt::Debug, F> fmt::Debug for LazyLock<T, F> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut lock = formatter.debug_tuple("LazyLock");
        match self.value.peek() {
            Some(value) => lock.field(value),
            None => lock.field(&format_args!("<uninit>")),
        };
        lock.finish()
    }
}
