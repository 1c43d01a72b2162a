//! Many readers or one writer.

use real_std::cell::UnsafeCell;
use real_std::fmt;
use real_std::marker::PhantomData;
use real_std::ops::{Deref, DerefMut};
use real_std::panic::{Location, RefUnwindSafe, UnwindSafe};
use real_std::sync::{LockResult, TryLockError, TryLockResult};

use threadlings_trace::{Caller, Reset, is_recording, step};

use super::poison::POISONS;
use super::raw_rwlock::RawRwLock;
use crate::engine::run;
use crate::engine::sensitivity::{self, Notice};

/// [`std::sync::RwLock`](real_std::sync::RwLock).
pub struct RwLock<T: ?Sized> {
    raw: RawRwLock,
    reset: Reset,
    value: UnsafeCell<T>,
}

// SAFETY: as in std: whoever writes has the value alone.
unsafe impl<T: ?Sized + Send> Send for RwLock<T> {}
// SAFETY: as in std: readers share the value, and writers may move it from one thread to another.
unsafe impl<T: ?Sized + Send + Sync> Sync for RwLock<T> {}
impl<T: ?Sized> RefUnwindSafe for RwLock<T> {}
impl<T: ?Sized> UnwindSafe for RwLock<T> {}

impl<T> RwLock<T> {
    /// A lock that holds `value`.
    #[track_caller]
    pub const fn new(value: T) -> Self {
        RwLock { raw: RawRwLock::new(Location::caller()), reset: Reset::new(), value: UnsafeCell::new(value) }
    }

    /// The value.
    ///
    /// # Errors
    /// If the lock is poisoned.
    pub fn into_inner(self) -> LockResult<T> {
        self.renew();
        let RwLock { raw, value, .. } = self;
        raw.poison().check(value.into_inner())
    }
}

impl<T: ?Sized> RwLock<T> {
    /// The value of a static starts afresh in each execution.
    fn renew(&self) {
        self.reset.before_use(self.value.get());
    }

    /// Waits until nobody writes, and reads.
    ///
    /// # Errors
    /// If the lock is poisoned.
    #[track_caller]
    pub fn read(&self) -> LockResult<RwLockReadGuard<'_, T>> {
        let caller = Location::caller();
        self.raw.read(caller);
        self.reading("read", caller)
    }

    /// Waits until nobody reads or writes, and writes.
    ///
    /// # Errors
    /// If the lock is poisoned.
    #[track_caller]
    pub fn write(&self) -> LockResult<RwLockWriteGuard<'_, T>> {
        let caller = Location::caller();
        self.raw.write(caller);
        self.writing("write", caller)
    }

    /// Reads if nobody writes.
    ///
    /// # Errors
    /// If the lock is poisoned, or somebody writes.
    #[track_caller]
    pub fn try_read(&self) -> TryLockResult<RwLockReadGuard<'_, T>> {
        let caller = Location::caller();
        if self.raw.try_read(caller) {
            return Ok(self.reading("try_read", caller)?);
        }
        self.refuse("try_read", caller);
        Err(TryLockError::WouldBlock)
    }

    /// Writes if nobody reads or writes.
    ///
    /// # Errors
    /// If the lock is poisoned, or somebody reads or writes.
    #[track_caller]
    pub fn try_write(&self) -> TryLockResult<RwLockWriteGuard<'_, T>> {
        let caller = Location::caller();
        if self.raw.try_write(caller) {
            return Ok(self.writing("try_write", caller)?);
        }
        self.refuse("try_write", caller);
        Err(TryLockError::WouldBlock)
    }

    /// The value, which nobody else can reach.
    ///
    /// # Errors
    /// If the lock is poisoned.
    pub fn get_mut(&mut self) -> LockResult<&mut T> {
        self.renew();
        self.raw.poison().check(self.value.get_mut())
    }

    /// Whether a thread panicked while it wrote.
    pub fn is_poisoned(&self) -> bool {
        run::switch();
        self.raw.poison().is_set()
    }

    /// Forgets that a thread panicked while it wrote.
    pub fn clear_poison(&self) {
        run::switch();
        self.raw.poison().clear();
    }

    fn reading(&self, operation: &'static str, caller: Caller) -> LockResult<RwLockReadGuard<'_, T>> {
        self.renew();
        let guard = RwLockReadGuard { lock: self, caller, thread: PhantomData };
        if is_recording() {
            self.record(operation, caller);
        }
        self.raw.poison().check(guard)
    }

    fn writing(&self, operation: &'static str, caller: Caller) -> LockResult<RwLockWriteGuard<'_, T>> {
        self.renew();
        let was_panicking = crate::thread::panicking();
        let guard = RwLockWriteGuard { lock: self, caller, was_panicking, thread: PhantomData };
        if is_recording() {
            self.record(operation, caller);
        }
        self.raw.poison().check(guard)
    }

    /// The current thread reads or writes now: this is what the lock holds.
    fn record(&self, operation: &'static str, caller: Caller) {
        step(run::me(), caller, operation, |step| {
            // SAFETY: this thread reads or writes, and does not write just now.
            step.on(&self.raw.identity).read_value(unsafe { &*self.value.get() });
            if self.raw.poison().is_set() {
                step.note("it is poisoned");
            }
        });
    }

    fn refuse(&self, operation: &'static str, caller: Caller) {
        step(run::me(), caller, operation, |step| {
            step.on(&self.raw.identity).read("Err").note("it is locked");
        });
        crate::thread::give_way_if_repeated(caller, &self.raw.identity);
    }

    fn record_unlock(&self, caller: Caller, poisons: bool) {
        if is_recording() {
            step(run::me(), caller, "unlock", |step| {
                // SAFETY: this thread still reads or writes, and does not write just now.
                step.on(&self.raw.identity).wrote_value(unsafe { &*self.value.get() });
                if poisons {
                    step.note(POISONS);
                }
            });
        }
    }
}

impl<T: Default> Default for RwLock<T> {
    #[track_caller]
    fn default() -> Self {
        RwLock::new(T::default())
    }
}

impl<T> From<T> for RwLock<T> {
    #[track_caller]
    fn from(value: T) -> Self {
        RwLock::new(value)
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for RwLock<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut lock = formatter.debug_struct("RwLock");
        if self.raw.is_written() {
            lock.field("data", &format_args!("<locked>"));
        } else {
            // SAFETY: nobody writes, and nobody can before this returns: there is no switch.
            lock.field("data", &unsafe { &*self.value.get() });
        }
        lock.field("poisoned", &self.raw.poison().is_set()).finish_non_exhaustive()
    }
}

/// [`std::sync::RwLockReadGuard`](real_std::sync::RwLockReadGuard).
#[must_use = "if unused the RwLock will immediately unlock"]
pub struct RwLockReadGuard<'a, T: ?Sized> {
    lock: &'a RwLock<T>,
    caller: Caller,
    /// A guard stays on its thread.
    thread: PhantomData<*const ()>,
}

/// [`std::sync::RwLockWriteGuard`](real_std::sync::RwLockWriteGuard).
#[must_use = "if unused the RwLock will immediately unlock"]
pub struct RwLockWriteGuard<'a, T: ?Sized> {
    lock: &'a RwLock<T>,
    caller: Caller,
    was_panicking: bool,
    /// A guard stays on its thread.
    thread: PhantomData<*const ()>,
}

// SAFETY: a shared guard gives a shared value.
unsafe impl<T: ?Sized + Sync> Sync for RwLockReadGuard<'_, T> {}
// SAFETY: a shared guard gives a shared value.
unsafe impl<T: ?Sized + Sync> Sync for RwLockWriteGuard<'_, T> {}

impl<'a, T: ?Sized> RwLockWriteGuard<'a, T> {
    /// Goes on reading, without anybody writing in between.
    pub fn downgrade(guard: Self) -> RwLockReadGuard<'a, T> {
        let (lock, caller) = (guard.lock, guard.caller);
        real_std::mem::forget(guard);
        run::switch();
        lock.raw.downgrade();
        if is_recording() {
            lock.record("downgrade", caller);
        }
        RwLockReadGuard { lock, caller, thread: PhantomData }
    }
}

impl<T: ?Sized> Deref for RwLockReadGuard<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        // SAFETY: this thread reads.
        unsafe { &*self.lock.value.get() }
    }
}

impl<T: ?Sized> Deref for RwLockWriteGuard<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        // SAFETY: this thread writes.
        unsafe { &*self.lock.value.get() }
    }
}

impl<T: ?Sized> DerefMut for RwLockWriteGuard<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        // SAFETY: this thread writes.
        unsafe { &mut *self.lock.value.get() }
    }
}

impl<T: ?Sized> Drop for RwLockReadGuard<'_, T> {
    fn drop(&mut self) {
        sensitivity::switch_for(Notice::HeldLocks);
        self.lock.record_unlock(self.caller, false);
        self.lock.raw.unlock_read();
    }
}

impl<T: ?Sized> Drop for RwLockWriteGuard<'_, T> {
    fn drop(&mut self) {
        sensitivity::switch_for(Notice::HeldLocks);
        let poisons = self.lock.raw.poison().guard_dropped(self.was_panicking);
        self.lock.record_unlock(self.caller, poisons);
        self.lock.raw.unlock_write();
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for RwLockReadGuard<'_, T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(formatter)
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for RwLockWriteGuard<'_, T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(formatter)
    }
}

impl<T: ?Sized + fmt::Display> fmt::Display for RwLockReadGuard<'_, T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(formatter)
    }
}

impl<T: ?Sized + fmt::Display> fmt::Display for RwLockWriteGuard<'_, T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(formatter)
    }
}
