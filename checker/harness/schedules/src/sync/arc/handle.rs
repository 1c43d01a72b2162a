//! Handles that keep their value alive.

use real_std::clone::CloneToUninit;
use real_std::mem::ManuallyDrop;
use real_std::panic::Location;
use real_std::pin::Pin;
use real_std::sync as real;

use super::{Weak, count};
use crate::sync::key;

/// [`std::sync::Arc`](real_std::sync::Arc).
pub struct Arc<T: ?Sized> {
    pub(super) inner: real::Arc<T>,
    /// Dropped after `inner`.
    _after: After,
}

/// Notices that the drop of a handle is over.
struct After;

impl Drop for After {
    fn drop(&mut self) {
        count::drop_ends();
    }
}

impl<T> Arc<T> {
    /// A value with one handle.
    #[track_caller]
    pub fn new(value: T) -> Self {
        Arc::from_real(real::Arc::new(value)).made(Location::caller())
    }

    /// The same, pinned.
    #[track_caller]
    pub fn pin(value: T) -> Pin<Self> {
        let value = Arc::new(value);
        // SAFETY: as in std: no handle lets the value be moved.
        unsafe { Pin::new_unchecked(value) }
    }

    /// A value that has a weak handle to itself.
    #[track_caller]
    pub fn new_cyclic<F: FnOnce(&Weak<T>) -> T>(make: F) -> Self {
        let made = real::Arc::new_cyclic(|weak| make(Weak::from_real_ref(weak)));
        Arc::from_real(made).made(Location::caller())
    }

    /// The value, if this is its only handle.
    ///
    /// # Errors
    /// The handle, if it is not.
    #[track_caller]
    pub fn try_unwrap(this: Self) -> Result<T, Self> {
        count::is_looked_at();
        let address = key(&*this.inner);
        let result = real::Arc::try_unwrap(this.into_real());
        count::record(address, Location::caller(), "try_unwrap", |step| {
            match result.is_ok() {
                true => step.read("Ok"),
                false => step.read("Err").note("another handle is alive"),
            };
        });
        result.map_err(Arc::from_real)
    }

    /// The value, if this is its only handle.
    #[track_caller]
    pub fn into_inner(this: Self) -> Option<T> {
        count::is_looked_at();
        let address = key(&*this.inner);
        let result = real::Arc::into_inner(this.into_real());
        count::record(address, Location::caller(), "into_inner", |step| {
            match result.is_some() {
                true => step.read("Some"),
                false => step.read("None").note("another handle is alive"),
            };
        });
        result
    }

    /// The value, or a copy of it if there are other handles.
    #[track_caller]
    pub fn unwrap_or_clone(this: Self) -> T
    where
        T: Clone,
    {
        count::is_looked_at();
        let copies = real::Arc::strong_count(&this.inner) > 1;
        count::record(key(&*this.inner), Location::caller(), "unwrap_or_clone", |step| {
            step.note(if copies { "copies" } else { "unwraps" });
        });
        real::Arc::unwrap_or_clone(this.into_real())
    }
}

impl<T: ?Sized> Arc<T> {
    pub(super) fn from_real(inner: real::Arc<T>) -> Self {
        Arc { inner, _after: After }
    }

    pub(super) fn into_real(self) -> real::Arc<T> {
        let this = ManuallyDrop::new(self);
        // SAFETY: `this` is not used any more, and not dropped.
        unsafe { real_std::ptr::read(&this.inner) }
    }

    fn made(self, caller: &'static Location<'static>) -> Self {
        count::record(key(&*self.inner), caller, "new", |step| {
            step.dull();
        });
        self
    }

    /// How many handles there are.
    #[track_caller]
    pub fn strong_count(this: &Self) -> usize {
        count::is_looked_at();
        let strong = real::Arc::strong_count(&this.inner);
        count::record(key(&**this), Location::caller(), "strong_count", |step| {
            step.read(strong.to_string());
        });
        strong
    }

    /// How many weak handles there are.
    #[track_caller]
    pub fn weak_count(this: &Self) -> usize {
        count::is_looked_at();
        let weak = real::Arc::weak_count(&this.inner);
        count::record(key(&**this), Location::caller(), "weak_count", |step| {
            step.read(weak.to_string());
        });
        weak
    }

    /// A weak handle.
    pub fn downgrade(this: &Self) -> Weak<T> {
        count::changes();
        Weak::from_real(real::Arc::downgrade(&this.inner))
    }

    /// Whether both have the same value.
    #[must_use]
    pub fn ptr_eq(this: &Self, other: &Self) -> bool {
        real::Arc::ptr_eq(&this.inner, &other.inner)
    }

    /// The value, if this is its only handle.
    #[track_caller]
    pub fn get_mut(this: &mut Self) -> Option<&mut T> {
        count::is_looked_at();
        let address = key(&**this);
        let value = real::Arc::get_mut(&mut this.inner);
        count::record(address, Location::caller(), "get_mut", |step| {
            match value.is_some() {
                true => step.read("Some"),
                false => step.read("None").note("another handle is alive"),
            };
        });
        value
    }

    /// A pointer to the value.
    #[must_use]
    pub fn as_ptr(this: &Self) -> *const T {
        real::Arc::as_ptr(&this.inner)
    }

    /// A pointer to the value, which counts as a handle.
    #[must_use]
    pub fn into_raw(this: Self) -> *const T {
        real::Arc::into_raw(this.into_real())
    }

    /// The handle that [`into_raw`](Self::into_raw) made a pointer.
    ///
    /// # Safety
    /// As in std.
    pub unsafe fn from_raw(pointer: *const T) -> Self {
        // SAFETY: promised by the caller.
        Arc::from_real(unsafe { real::Arc::from_raw(pointer) })
    }
}

impl<T: ?Sized> Arc<T> {
    /// Makes a handle without having one.
    ///
    /// # Safety
    /// As in std.
    pub unsafe fn increment_strong_count(pointer: *const T) {
        count::changes();
        // SAFETY: promised by the caller.
        unsafe { real::Arc::increment_strong_count(pointer) };
    }

    /// Drops a handle without having it.
    ///
    /// # Safety
    /// As in std.
    pub unsafe fn decrement_strong_count(pointer: *const T) {
        // SAFETY: promised by the caller.
        drop(unsafe { Arc::from_raw(pointer) });
    }
}

impl<T: CloneToUninit + ?Sized> Arc<T> {
    /// The value, copied first if there are other handles.
    #[track_caller]
    pub fn make_mut(this: &mut Self) -> &mut T {
        count::is_looked_at();
        let copies = real::Arc::strong_count(&this.inner) > 1;
        count::record(key(&**this), Location::caller(), "make_mut", |step| {
            step.note(if copies { "copies" } else { "changes in place" });
        });
        real::Arc::make_mut(&mut this.inner)
    }
}

impl<T: ?Sized> Clone for Arc<T> {
    #[track_caller]
    fn clone(&self) -> Self {
        count::changes();
        count::record(key(&**self), Location::caller(), "clone", |step| {
            step.dull();
        });
        Arc::from_real(real::Arc::clone(&self.inner))
    }
}

impl<T: ?Sized> Drop for Arc<T> {
    fn drop(&mut self) {
        count::changes();
        let is_last = real::Arc::strong_count(&self.inner) == 1;
        count::drop_begins(key(&**self), is_last);
    }
}
