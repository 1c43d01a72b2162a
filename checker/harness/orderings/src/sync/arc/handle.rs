//! Handles that keep their value alive.

use real_std::mem::ManuallyDrop;
use real_std::panic::Location;
use real_std::pin::Pin;
use real_std::sync as real;

use threadlings_trace::Draft;

use super::Weak;
use crate::engine::arcs;
use crate::record::{self, Caller};

pub struct Arc<T: ?Sized> {
    pub(super) inner: real::Arc<T>,
}

impl<T> Arc<T> {
    #[track_caller]
    pub fn new(value: T) -> Self {
        Arc::from_real(real::Arc::new(value))
    }

    #[track_caller]
    pub fn pin(value: T) -> Pin<Self> {
        // SAFETY: the value is on the heap, and no handle moves it.
        unsafe { Pin::new_unchecked(Arc::new(value)) }
    }

    #[track_caller]
    pub fn new_cyclic(make: impl FnOnce(&Weak<T>) -> T) -> Self {
        let this = Arc::from_real(real::Arc::new_cyclic(|weak| make(Weak::from_real_ref(weak))));
        arcs::weak_made(this.address());
        this
    }

    /// # Errors
    /// As in std: if there are other handles.
    #[track_caller]
    pub fn try_unwrap(this: Self) -> Result<T, Self> {
        this.step("try_unwrap", Location::caller());
        this.unwrap_last()
    }

    #[track_caller]
    pub fn into_inner(this: Self) -> Option<T> {
        this.step("into_inner", Location::caller());
        // One operation, unlike `try_unwrap` and then a drop: of several threads one gets the value.
        arcs::drop(this.address());
        real::Arc::into_inner(this.into_real())
    }

    #[track_caller]
    pub fn unwrap_or_clone(this: Self) -> T
    where
        T: Clone,
    {
        Arc::try_unwrap(this).unwrap_or_else(|this| T::clone(&this))
    }

    fn unwrap_last(self) -> Result<T, Self> {
        if !arcs::unwrap(self.address()) {
            return Err(self);
        }
        // The counts agree, so std's says the same as loom's.
        real::Arc::into_inner(self.into_real()).ok_or_else(|| unreachable!())
    }
}

impl<T: ?Sized> Arc<T> {
    /// A handle of std's as one of these: of an `Arc` that is known, or of a new one.
    #[track_caller]
    pub(super) fn from_real(inner: real::Arc<T>) -> Self {
        let this = Arc { inner };
        if !arcs::is_alive(this.address()) {
            arcs::made(this.address(), Location::caller());
        }
        this
    }

    /// The handle as one of std's, which stays counted.
    pub(super) fn into_real(self) -> real::Arc<T> {
        let this = ManuallyDrop::new(self);
        // SAFETY: `this` is not used any more, and not dropped.
        unsafe { real_std::ptr::read(&raw const this.inner) }
    }

    /// # Safety
    /// As in std: the pointer comes from `into_raw`, and stands for a handle.
    pub unsafe fn from_raw(pointer: *const T) -> Self {
        // SAFETY: promised by the caller.
        Arc { inner: unsafe { real::Arc::from_raw(pointer) } }
    }

    /// # Safety
    /// As in std.
    pub unsafe fn increment_strong_count(pointer: *const T) {
        // SAFETY: the handle is not dropped, so the pointer stands for one as before.
        let this = ManuallyDrop::new(unsafe { Arc::from_raw(pointer) });
        real_std::mem::forget(Arc::clone(&this));
    }

    /// # Safety
    /// As in std.
    pub unsafe fn decrement_strong_count(pointer: *const T) {
        // SAFETY: promised by the caller.
        drop(unsafe { Arc::from_raw(pointer) });
    }

    #[track_caller]
    pub fn strong_count(this: &Self) -> usize {
        let count = arcs::strong_count(this.address());
        this.describe("strong_count", Location::caller(), |step| {
            step.read_debug(&count);
        });
        count
    }

    pub fn weak_count(this: &Self) -> usize {
        real::Arc::weak_count(&this.inner)
    }

    pub fn ptr_eq(this: &Self, other: &Self) -> bool {
        real::Arc::ptr_eq(&this.inner, &other.inner)
    }

    pub fn as_ptr(this: &Self) -> *const T {
        real::Arc::as_ptr(&this.inner)
    }

    pub fn into_raw(this: Self) -> *const T {
        real::Arc::into_raw(this.into_real())
    }

    pub fn downgrade(this: &Self) -> Weak<T> {
        arcs::weak_made(this.address());
        Weak::from_real(real::Arc::downgrade(&this.inner))
    }

    #[track_caller]
    pub fn get_mut(this: &mut Self) -> Option<&mut T> {
        this.step("get_mut", Location::caller());
        if !arcs::is_only(this.address()) {
            return None;
        }
        real::Arc::get_mut(&mut this.inner)
    }

    fn address(&self) -> usize {
        Arc::as_ptr(self).addr()
    }

    fn step(&self, operation: &'static str, caller: Caller) {
        self.describe(operation, caller, |_| ());
    }

    fn describe(&self, operation: &'static str, caller: Caller, describe: impl FnOnce(&mut Draft)) {
        if let Some(identity) = arcs::identity(self.address()) {
            record::step(caller, operation, |step| describe(step.on(&identity)));
        }
    }
}

impl<T: Clone> Arc<T> {
    #[track_caller]
    pub fn make_mut(this: &mut Self) -> &mut T {
        if Arc::get_mut(this).is_none() {
            *this = Arc::new(T::clone(this));
        }
        Arc::get_mut(this).expect("it is the only handle, or has just been made")
    }
}

impl<T: ?Sized> Clone for Arc<T> {
    #[track_caller]
    fn clone(&self) -> Self {
        self.describe("clone", Location::caller(), |step| {
            step.dull();
        });
        arcs::clone(self.address());
        Arc { inner: real::Arc::clone(&self.inner) }
    }
}

impl<T: ?Sized> Drop for Arc<T> {
    fn drop(&mut self) {
        // No switch comes between the two counts, so the thread that loom calls the last drops the value.
        arcs::drop(self.address());
    }
}
