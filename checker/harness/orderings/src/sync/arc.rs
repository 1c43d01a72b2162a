//! `Arc`: std's for the data, and a loom `Arc<()>` beside each handle for what the count orders.

use real_std::borrow::Borrow;
use real_std::cell::OnceCell;
use real_std::fmt;
use real_std::hash::{Hash, Hasher};
use real_std::mem::ManuallyDrop;
use real_std::ops::Deref;
use real_std::panic::{Location, RefUnwindSafe, UnwindSafe};
use real_std::pin::Pin;

use loom::sync::Arc as LoomArc;
use threadlings_trace::{Draft, Identity};

use super::Weak;
use super::atomic::{AtomicUsize, Ordering};
use crate::engine::{arcs, unwinding};
use crate::record::{self, Caller};

pub struct Arc<T: ?Sized> {
    /// Taken only while the handle ends.
    count: Option<LoomArc<()>>,
    shared: real_std::sync::Arc<Shared<T>>,
}

/// What all handles of an `Arc` have in common.
pub(super) struct Shared<T: ?Sized> {
    identity: Identity,
    number: usize,
    /// A handle that does not count, for `upgrade` to clone.
    uncounted: ManuallyDrop<LoomArc<()>>,
    /// There once a `Weak` was made: from then on loom must see that drops and upgrades race for the last handle.
    last: OnceCell<Last>,
    value: T,
}

/// A step that the model may order against other threads' like steps, and that orders nothing else.
#[derive(Clone, Default)]
pub(super) struct Last(real_std::sync::Arc<AtomicUsize>);

impl Last {
    pub(super) fn race(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }
}

// SAFETY: as in std; and the state beside the value is used only by modelled threads, which run on one real thread.
unsafe impl<T: ?Sized + Send + Sync> Send for Arc<T> {}
// SAFETY: as above.
unsafe impl<T: ?Sized + Send + Sync> Sync for Arc<T> {}
impl<T: ?Sized + RefUnwindSafe> UnwindSafe for Arc<T> {}

/// The count of a new `Arc`, and the handle to it that does not count.
fn counts() -> (LoomArc<()>, ManuallyDrop<LoomArc<()>>) {
    let count = LoomArc::new(());
    // SAFETY: the copy is never dropped, and is used only to clone it while some handle is alive.
    let uncounted = ManuallyDrop::new(unsafe { real_std::ptr::read(&raw const count) });
    (count, uncounted)
}

impl<T> Shared<T> {
    fn new(uncounted: ManuallyDrop<LoomArc<()>>, value: T, caller: Caller) -> Self {
        Shared {
            identity: Identity::new("Arc", caller),
            number: arcs::made(caller),
            uncounted,
            last: OnceCell::new(),
            value,
        }
    }
}

impl<T> Arc<T> {
    #[track_caller]
    pub fn new(value: T) -> Self {
        let (count, uncounted) = counts();
        let shared = Shared::new(uncounted, value, Location::caller());
        Arc { count: Some(count), shared: real_std::sync::Arc::new(shared) }
    }

    #[track_caller]
    pub fn pin(value: T) -> Pin<Self> {
        // SAFETY: the value is on the heap, and no handle moves it.
        unsafe { Pin::new_unchecked(Arc::new(value)) }
    }

    #[track_caller]
    pub fn new_cyclic(make: impl FnOnce(&Weak<T>) -> T) -> Self {
        let (count, uncounted) = counts();
        let caller = Location::caller();
        let last = Last::default();
        let shared = real_std::sync::Arc::new_cyclic(|weak| {
            let value = make(&Weak::of(weak.clone(), last.clone()));
            Shared { last: last.into(), ..Shared::new(uncounted, value, caller) }
        });
        Arc { count: Some(count), shared }
    }

    /// # Safety
    /// As in std: the pointer comes from `into_raw`, and stands for a handle.
    pub unsafe fn from_raw(pointer: *const T) -> Self {
        let shared = pointer.wrapping_byte_sub(real_std::mem::offset_of!(Shared<T>, value)).cast();
        // SAFETY: the handle that the pointer stands for was forgotten by `into_raw`, in both of its parts.
        unsafe {
            let shared: real_std::sync::Arc<Shared<T>> = real_std::sync::Arc::from_raw(shared);
            let count = ManuallyDrop::into_inner(real_std::ptr::read(&raw const shared.uncounted));
            Arc { count: Some(count), shared }
        }
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
        this.unwrap_last().ok()
    }

    #[track_caller]
    pub fn unwrap_or_clone(this: Self) -> T
    where
        T: Clone,
    {
        Arc::try_unwrap(this).unwrap_or_else(|this| T::clone(&this))
    }

    fn unwrap_last(mut self) -> Result<T, Self> {
        self.race_for_last();
        let Some(count) = self.count.take() else { return Err(self) };
        if let Err(count) = LoomArc::try_unwrap(count) {
            self.count = Some(count);
            return Err(self);
        }
        arcs::dropped(self.shared.number);
        let this = ManuallyDrop::new(self);
        // SAFETY: `this` is not used again, and not dropped.
        let shared = unsafe { real_std::ptr::read(&raw const this.shared) };
        // The counts agree, so std's says the same as loom's.
        real_std::sync::Arc::into_inner(shared).map(|shared| shared.value).ok_or_else(|| unreachable!())
    }
}

impl<T: ?Sized> Arc<T> {
    #[track_caller]
    pub fn strong_count(this: &Self) -> usize {
        let count = this.count.as_ref().map_or(0, LoomArc::strong_count);
        record::step(Location::caller(), "strong_count", |step| {
            step.on(&this.shared.identity).read_debug(&count);
        });
        count
    }

    pub fn weak_count(this: &Self) -> usize {
        real_std::sync::Arc::weak_count(&this.shared)
    }

    pub fn ptr_eq(this: &Self, other: &Self) -> bool {
        real_std::sync::Arc::ptr_eq(&this.shared, &other.shared)
    }

    pub fn as_ptr(this: &Self) -> *const T {
        let shared = real_std::sync::Arc::as_ptr(&this.shared);
        // SAFETY: it points to what the handle keeps alive, and only the place of the field is computed.
        unsafe { &raw const (*shared).value }
    }

    pub fn into_raw(this: Self) -> *const T {
        let this = ManuallyDrop::new(this);
        Arc::as_ptr(&this)
    }

    #[track_caller]
    pub fn downgrade(this: &Self) -> Weak<T> {
        let last = this.shared.last.get_or_init(Last::default);
        Weak::of(real_std::sync::Arc::downgrade(&this.shared), last.clone())
    }

    #[track_caller]
    pub fn get_mut(this: &mut Self) -> Option<&mut T> {
        this.step("get_mut", Location::caller());
        this.race_for_last();
        LoomArc::get_mut(this.count.as_mut()?)?;
        real_std::sync::Arc::get_mut(&mut this.shared).map(|shared| &mut shared.value)
    }

    /// A handle for `upgrade`, or none if the value is gone. Whether it is, is settled at once.
    pub(super) fn of(shared: real_std::sync::Arc<Shared<T>>) -> Self {
        let count = unwinding::without_switching(|| LoomArc::clone(&shared.uncounted));
        arcs::cloned(shared.number);
        Arc { count: Some(count), shared }
    }

    fn step(&self, operation: &'static str, caller: Caller) {
        self.describe(operation, caller, |_| ());
    }

    fn describe(&self, operation: &'static str, caller: Caller, describe: impl FnOnce(&mut Draft)) {
        record::step(caller, operation, |step| describe(step.on(&self.shared.identity)));
    }

    fn race_for_last(&self) {
        if let Some(last) = self.shared.last.get() {
            last.race();
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
        let count = self.count.clone();
        arcs::cloned(self.shared.number);
        Arc { count, shared: self.shared.clone() }
    }
}

impl<T: ?Sized> Drop for Arc<T> {
    fn drop(&mut self) {
        self.race_for_last();
        // No switch comes between the two counts, so the thread that loom calls the last drops the value.
        if let Some(count) = self.count.take() {
            drop(count);
            arcs::dropped(self.shared.number);
        }
    }
}

impl<T: ?Sized> Deref for Arc<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.shared.value
    }
}

impl<T: ?Sized> AsRef<T> for Arc<T> {
    fn as_ref(&self) -> &T {
        self
    }
}

impl<T: ?Sized> Borrow<T> for Arc<T> {
    fn borrow(&self) -> &T {
        self
    }
}

impl<T: Default> Default for Arc<T> {
    #[track_caller]
    fn default() -> Self {
        Arc::new(T::default())
    }
}

impl<T> From<T> for Arc<T> {
    #[track_caller]
    fn from(value: T) -> Self {
        Arc::new(value)
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for Arc<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        T::fmt(self, formatter)
    }
}

impl<T: ?Sized + fmt::Display> fmt::Display for Arc<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        T::fmt(self, formatter)
    }
}

impl<T: ?Sized> fmt::Pointer for Arc<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Pointer::fmt(&Arc::as_ptr(self), formatter)
    }
}

impl<T: ?Sized + PartialEq> PartialEq for Arc<T> {
    fn eq(&self, other: &Self) -> bool {
        T::eq(self, other)
    }
}

impl<T: ?Sized + Eq> Eq for Arc<T> {}

impl<T: ?Sized + PartialOrd> PartialOrd for Arc<T> {
    fn partial_cmp(&self, other: &Self) -> Option<real_std::cmp::Ordering> {
        T::partial_cmp(self, other)
    }
}

impl<T: ?Sized + Ord> Ord for Arc<T> {
    fn cmp(&self, other: &Self) -> real_std::cmp::Ordering {
        T::cmp(self, other)
    }
}

impl<T: ?Sized + Hash> Hash for Arc<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        T::hash(self, state);
    }
}
