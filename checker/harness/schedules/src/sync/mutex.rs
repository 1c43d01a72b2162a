//! Mutual exclusion.

use real_std::cell::UnsafeCell;
use real_std::fmt;
use real_std::marker::PhantomData;
use real_std::ops::{Deref, DerefMut};
use real_std::panic::{Location, RefUnwindSafe, UnwindSafe};
use real_std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use real_std::sync::{LockResult, TryLockError, TryLockResult};

use threadlings_trace::{Caller, Cause, Identity, Reset, gives_back, goes_on, is_recording, step, takes, waits};

use super::key;
use super::poison::{POISONS, Poison};
use crate::engine::run::{self, Patience};
use crate::engine::sensitivity::{self, Notice};

/// [`std::sync::Mutex`](real_std::sync::Mutex).
pub struct Mutex<T: ?Sized> {
    pub(super) raw: RawMutex,
    reset: Reset,
    value: UnsafeCell<T>,
}

// SAFETY: as in std: the lock lets one thread at a time reach the value.
unsafe impl<T: ?Sized + Send> Send for Mutex<T> {}
// SAFETY: see above.
unsafe impl<T: ?Sized + Send> Sync for Mutex<T> {}
impl<T: ?Sized> RefUnwindSafe for Mutex<T> {}
impl<T: ?Sized> UnwindSafe for Mutex<T> {}

/// All of a mutex but its value, so that it is compiled once and not for each type of value.
#[derive(Debug)]
pub(super) struct RawMutex {
    pub(super) identity: Identity,
    reset: Reset,
    state: State,
}

#[derive(Debug)]
struct State {
    held: AtomicBool,
    poison: Poison,
}

impl RawMutex {
    const fn new(made: Caller) -> Self {
        let state = State { held: AtomicBool::new(false), poison: Poison::new() };
        RawMutex { identity: Identity::new("Mutex", made), reset: Reset::new(), state }
    }

    fn state(&self) -> &State {
        self.reset.before_use(&raw const self.state);
        &self.state
    }

    pub(super) fn poison(&self) -> &Poison {
        &self.state().poison
    }

    fn lock(&self, caller: Caller) {
        self.state();
        run::switch();
        self.lock_at_once("lock", caller);
    }

    /// Locks without another thread being able to come first if the mutex is free.
    pub(super) fn lock_at_once(&self, operation: &'static str, caller: Caller) {
        let me = run::me();
        while self.state().held.load(Relaxed) {
            waits(me, caller, operation, Some(&self.identity), Cause::Lock);
            run::wait(key(self), Patience::Endless);
        }
        goes_on(me);
        self.take(caller);
    }

    fn try_lock(&self, caller: Caller) -> bool {
        sensitivity::add(Notice::HeldLocks);
        self.state();
        run::switch();
        let free = !self.state().held.load(Relaxed);
        if free {
            self.take(caller);
        }
        free
    }

    fn take(&self, caller: Caller) {
        self.state().held.store(true, Relaxed);
        takes(run::me(), caller, &self.identity);
    }

    pub(super) fn unlock(&self) {
        self.state().held.store(false, Relaxed);
        gives_back(run::me(), &self.identity);
        run::wake(key(self));
    }
}

impl<T> Mutex<T> {
    /// A mutex that holds `value`.
    #[track_caller]
    pub const fn new(value: T) -> Self {
        Mutex { raw: RawMutex::new(Location::caller()), reset: Reset::new(), value: UnsafeCell::new(value) }
    }

    /// The value.
    ///
    /// # Errors
    /// If the mutex is poisoned.
    pub fn into_inner(self) -> LockResult<T> {
        self.renew();
        self.raw.state.poison.check(self.value.into_inner())
    }
}

impl<T: ?Sized> Mutex<T> {
    /// The value of a static starts afresh in each execution.
    fn renew(&self) {
        self.reset.before_use(self.value.get());
    }

    /// Waits until no other thread holds the mutex, and holds it.
    ///
    /// # Errors
    /// If the mutex is poisoned.
    #[track_caller]
    pub fn lock(&self) -> LockResult<MutexGuard<'_, T>> {
        let caller = Location::caller();
        self.raw.lock(caller);
        self.renew();
        let guard = MutexGuard::new(self, caller);
        if is_recording() {
            guard.record("lock");
        }
        self.raw.poison().check(guard)
    }

    /// Holds the mutex if no other thread does.
    ///
    /// # Errors
    /// If the mutex is poisoned, or another thread holds it.
    #[track_caller]
    pub fn try_lock(&self) -> TryLockResult<MutexGuard<'_, T>> {
        let caller = Location::caller();
        if !self.raw.try_lock(caller) {
            step(run::me(), caller, "try_lock", |step| {
                step.on(&self.raw.identity).read("Err").note("it is locked");
            });
            crate::thread::give_way_if_repeated(caller, &self.raw.identity);
            return Err(TryLockError::WouldBlock);
        }
        self.renew();
        let guard = MutexGuard::new(self, caller);
        if is_recording() {
            guard.record("try_lock");
        }
        Ok(self.raw.poison().check(guard)?)
    }

    /// The value, which nobody else can reach.
    ///
    /// # Errors
    /// If the mutex is poisoned.
    pub fn get_mut(&mut self) -> LockResult<&mut T> {
        self.renew();
        self.raw.state();
        self.raw.state.poison.check(self.value.get_mut())
    }

    /// Whether a thread panicked while it held the mutex.
    pub fn is_poisoned(&self) -> bool {
        run::switch();
        self.raw.poison().is_set()
    }

    /// Forgets that a thread panicked while it held the mutex.
    pub fn clear_poison(&self) {
        run::switch();
        self.raw.poison().clear();
    }
}

impl<T: Default> Default for Mutex<T> {
    #[track_caller]
    fn default() -> Self {
        Mutex::new(T::default())
    }
}

impl<T> From<T> for Mutex<T> {
    #[track_caller]
    fn from(value: T) -> Self {
        Mutex::new(value)
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for Mutex<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut mutex = formatter.debug_struct("Mutex");
        if self.raw.state().held.load(Relaxed) {
            mutex.field("data", &format_args!("<locked>"));
        } else {
            // SAFETY: no thread holds the mutex, and none can take it before this returns: there is no switch.
            mutex.field("data", &unsafe { &*self.value.get() });
        }
        mutex.field("poisoned", &self.raw.poison().is_set()).finish_non_exhaustive()
    }
}

/// [`std::sync::MutexGuard`](real_std::sync::MutexGuard).
#[must_use = "if unused the Mutex will immediately unlock"]
pub struct MutexGuard<'a, T: ?Sized> {
    pub(super) mutex: &'a Mutex<T>,
    pub(super) caller: Caller,
    was_panicking: bool,
    /// A guard stays on its thread.
    thread: PhantomData<*const ()>,
}

// SAFETY: a shared guard gives a shared value.
unsafe impl<T: ?Sized + Sync> Sync for MutexGuard<'_, T> {}

impl<'a, T: ?Sized> MutexGuard<'a, T> {
    /// Of a mutex that the current thread just locked.
    pub(super) fn new(mutex: &'a Mutex<T>, caller: Caller) -> Self {
        MutexGuard { mutex, caller, was_panicking: crate::thread::panicking(), thread: PhantomData }
    }

    /// The mutex, which stays locked.
    pub(super) fn forget(self) -> &'a Mutex<T> {
        let mutex = self.mutex;
        real_std::mem::forget(self);
        mutex
    }

    /// Records that the thread holds the mutex now, and what is in it.
    pub(super) fn record(&self, operation: &'static str) {
        let raw = &self.mutex.raw;
        step(run::me(), self.caller, operation, |step| {
            step.on(&raw.identity).read_value(&**self);
            if raw.poison().is_set() {
                step.note("it is poisoned");
            }
        });
    }
}

impl<T: ?Sized> Deref for MutexGuard<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        // SAFETY: this thread holds the mutex.
        unsafe { &*self.mutex.value.get() }
    }
}

impl<T: ?Sized> DerefMut for MutexGuard<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        // SAFETY: this thread holds the mutex.
        unsafe { &mut *self.mutex.value.get() }
    }
}

impl<T: ?Sized> Drop for MutexGuard<'_, T> {
    fn drop(&mut self) {
        sensitivity::switch_for(Notice::HeldLocks);
        let raw = &self.mutex.raw;
        let poisons = raw.poison().guard_dropped(self.was_panicking);
        step(run::me(), self.caller, "unlock", |step| {
            step.on(&raw.identity).wrote_value(&**self);
            if poisons {
                step.note(POISONS);
            }
        });
        raw.unlock();
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for MutexGuard<'_, T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(formatter)
    }
}

impl<T: ?Sized + fmt::Display> fmt::Display for MutexGuard<'_, T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(formatter)
    }
}
