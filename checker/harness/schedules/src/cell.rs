//! [`std::cell`](real_std::cell). An `UnsafeCell` in a static starts afresh in each execution.

use real_std::fmt;

use threadlings_trace::Reset;

pub use real_std::cell::*;

/// [`std::cell::UnsafeCell`](real_std::cell::UnsafeCell).
#[repr(C)]
pub struct UnsafeCell<T: ?Sized> {
    reset: Reset,
    value: real_std::cell::UnsafeCell<T>,
}

impl<T> UnsafeCell<T> {
    /// A cell that holds `value`.
    pub const fn new(value: T) -> Self {
        UnsafeCell { reset: Reset::new(), value: real_std::cell::UnsafeCell::new(value) }
    }

    /// The value.
    pub fn into_inner(self) -> T {
        self.value.into_inner()
    }
}

impl<T: ?Sized> UnsafeCell<T> {
    /// A pointer to the value.
    pub fn get(&self) -> *mut T {
        self.reset.before_use(self.value.get());
        self.value.get()
    }

    /// The value, which nobody else can reach.
    pub fn get_mut(&mut self) -> &mut T {
        self.reset.before_use(self.value.get());
        self.value.get_mut()
    }

    /// A pointer to the value of a cell that there is only a pointer to.
    #[expect(clippy::not_unsafe_ptr_arg_deref, reason = "only an address is calculated")]
    pub const fn raw_get(this: *const Self) -> *mut T {
        // SAFETY: as in std, the caller's pointer points into live memory; nothing is read.
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
