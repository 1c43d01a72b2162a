//! Handles that do not keep their value alive.

use real_std::fmt;
use real_std::mem::ManuallyDrop;
use real_std::panic::{Location, RefUnwindSafe, UnwindSafe};
use real_std::sync as real;

use super::Arc;
use crate::engine::arcs;
use crate::record;

#[repr(transparent)]
pub struct Weak<T: ?Sized> {
    inner: real::Weak<T>,
}

impl<T> Weak<T> {
    pub const fn new() -> Self {
        Weak { inner: real::Weak::new() }
    }

    pub(super) fn from_real_ref(weak: &real::Weak<T>) -> &Self {
        // SAFETY: this type is that one, in other clothes.
        unsafe { &*real_std::ptr::from_ref(weak).cast() }
    }
}

impl<T: ?Sized> Weak<T> {
    pub(super) fn from_real(inner: real::Weak<T>) -> Self {
        Weak { inner }
    }

    #[track_caller]
    pub fn upgrade(&self) -> Option<Arc<T>> {
        let address = self.inner.as_ptr().addr();
        // Another thread may drop the last handle before this step, or after it.
        arcs::race_for_last(address);
        let upgraded = self.inner.upgrade().map(|inner| {
            arcs::upgrade(address);
            Arc { inner }
        });
        let found = upgraded.is_some();
        record::step(Location::caller(), "upgrade", |step| {
            step.read(if found { "Some(..)" } else { "None" });
        });
        upgraded
    }

    pub fn strong_count(&self) -> usize {
        self.inner.strong_count()
    }

    pub fn weak_count(&self) -> usize {
        self.inner.weak_count()
    }

    pub fn as_ptr(&self) -> *const T {
        self.inner.as_ptr()
    }

    pub fn into_raw(self) -> *const T {
        let this = ManuallyDrop::new(self);
        this.inner.as_ptr()
    }

    /// # Safety
    /// As in std: the pointer comes from `into_raw`, and stands for a weak handle.
    pub unsafe fn from_raw(pointer: *const T) -> Self {
        // SAFETY: promised by the caller.
        Weak::from_real(unsafe { real::Weak::from_raw(pointer) })
    }

    pub fn ptr_eq(&self, other: &Self) -> bool {
        self.inner.ptr_eq(&other.inner)
    }
}

impl<T: ?Sized> Clone for Weak<T> {
    fn clone(&self) -> Self {
        Weak { inner: self.inner.clone() }
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
