//! Handles that do not keep their value alive.

use real_std::fmt;
use real_std::panic::{Location, RefUnwindSafe, UnwindSafe};
use real_std::sync as real;

use super::{Arc, count};
use crate::sync::key;

/// [`std::sync::Weak`](real_std::sync::Weak).
#[repr(transparent)]
pub struct Weak<T: ?Sized> {
    pub(super) inner: real::Weak<T>,
}

impl<T> Weak<T> {
    /// A handle to nothing.
    #[must_use]
    pub const fn new() -> Self {
        Weak { inner: real::Weak::new() }
    }
}

impl<T> Weak<T> {
    pub(super) fn from_real_ref(weak: &real::Weak<T>) -> &Self {
        // SAFETY: this type is that one, in other clothes.
        unsafe { &*real_std::ptr::from_ref(weak).cast() }
    }
}

impl<T: ?Sized> Weak<T> {
    pub(super) fn from_real(inner: real::Weak<T>) -> Self {
        Weak { inner }
    }

    /// A handle that keeps the value alive, if it still is.
    #[track_caller]
    pub fn upgrade(&self) -> Option<Arc<T>> {
        count::is_looked_at();
        let upgraded = self.inner.upgrade().map(Arc::from_real);
        if let Some(arc) = &upgraded {
            count::record(key(&**arc), Location::caller(), "upgrade", |step| {
                step.read("Some");
            });
        }
        upgraded
    }

    /// How many handles keep the value alive.
    #[must_use]
    pub fn strong_count(&self) -> usize {
        count::is_looked_at();
        self.inner.strong_count()
    }

    /// How many weak handles there are, if the value is alive.
    #[must_use]
    pub fn weak_count(&self) -> usize {
        count::is_looked_at();
        self.inner.weak_count()
    }

    /// A pointer to the value, which may be gone.
    #[must_use]
    pub fn as_ptr(&self) -> *const T {
        self.inner.as_ptr()
    }

    /// A pointer to the value, which counts as a weak handle.
    #[must_use]
    pub fn into_raw(self) -> *const T {
        let this = real_std::mem::ManuallyDrop::new(self);
        this.inner.as_ptr()
    }

    /// The handle that [`into_raw`](Self::into_raw) made a pointer.
    ///
    /// # Safety
    /// As in std.
    pub unsafe fn from_raw(pointer: *const T) -> Self {
        // SAFETY: promised by the caller.
        Weak::from_real(unsafe { real::Weak::from_raw(pointer) })
    }

    /// Whether both have the same value.
    #[must_use]
    pub fn ptr_eq(&self, other: &Self) -> bool {
        self.inner.ptr_eq(&other.inner)
    }
}

impl<T: ?Sized> Clone for Weak<T> {
    fn clone(&self) -> Self {
        count::changes();
        Weak::from_real(self.inner.clone())
    }
}

impl<T: ?Sized> Drop for Weak<T> {
    fn drop(&mut self) {
        count::changes();
    }
}

impl<T> Default for Weak<T> {
    fn default() -> Self {
        Weak::new()
    }
}

impl<T: ?Sized> fmt::Debug for Weak<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("(Weak)")
    }
}

impl<T: RefUnwindSafe + ?Sized> UnwindSafe for Weak<T> {}
