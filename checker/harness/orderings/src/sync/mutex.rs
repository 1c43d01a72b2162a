//! `Mutex`: loom's, over `()`, beside the data, so that it can be const, unsized and poisoned.

use real_std::cell::UnsafeCell;
use real_std::fmt;
use real_std::marker::PhantomData;
use real_std::ops::{Deref, DerefMut};
use real_std::panic::{Location, RefUnwindSafe, UnwindSafe};
use real_std::rc::Rc;
use real_std::thread::panicking;

use loom::sync as engine_sync;
use threadlings_trace::{Cause, Identity, Reset};

use super::late::Late;
use super::poison::Poison;
use super::{LockResult, TryLockError, TryLockResult};
use crate::engine::{FirstUse, execution, held_locks};
use crate::record::{self, Caller};

pub struct Mutex<T: ?Sized> {
    identity: Identity,
    reset: Reset,
    engine: FirstUse<Engine>,
    poison: Poison,
    data: UnsafeCell<T>,
}

// SAFETY: as in std; and the state beside the data is used only by modelled threads, which run on one real thread.
unsafe impl<T: ?Sized + Send> Send for Mutex<T> {}
// SAFETY: as above.
unsafe impl<T: ?Sized + Send> Sync for Mutex<T> {}
impl<T: ?Sized> UnwindSafe for Mutex<T> {}
impl<T: ?Sized> RefUnwindSafe for Mutex<T> {}

/// What a mutex has of loom's. (A guard borrows from the mutex beside it, whatever its lifetime says.)
type Engine = Late<engine_sync::Mutex<()>, engine_sync::MutexGuard<'static, ()>>;

#[must_use = "if unused the Mutex will immediately unlock"]
pub struct MutexGuard<'a, T: ?Sized> {
    lock: &'a Mutex<T>,
    /// Taken only while a condition variable waits, and when the guard ends.
    pub(super) engine: Option<engine_sync::MutexGuard<'a, ()>>,
    caller: Caller,
    panicked_before: bool,
    not_send: PhantomData<*const ()>,
}

// SAFETY: as in std.
unsafe impl<T: ?Sized + Sync> Sync for MutexGuard<'_, T> {}

impl<T> Mutex<T> {
    #[track_caller]
    pub const fn new(data: T) -> Self {
        Mutex {
            identity: Identity::new("Mutex", Location::caller()),
            reset: Reset::new(),
            engine: FirstUse::new(),
            poison: Poison::new(),
            data: UnsafeCell::new(data),
        }
    }

    /// # Errors
    /// If the mutex is poisoned.
    pub fn into_inner(self) -> LockResult<T> {
        let Mutex { poison, data, .. } = self;
        poison.result(data.into_inner())
    }
}

impl<T: ?Sized> Mutex<T> {
    /// # Errors
    /// If the mutex is poisoned.
    #[track_caller]
    pub fn lock(&self) -> LockResult<MutexGuard<'_, T>> {
        let caller = Location::caller();
        let engine = self.engine();
        let engine = engine.take_back().unwrap_or_else(|| {
            record::blocking(caller, "lock", Some(&self.identity), Cause::Lock, || take(engine.lock().lock()))
        });
        let guard = self.guard(engine, caller);
        record::step(caller, "lock", |step| {
            step.on(&self.identity).read_value(&*guard);
        });
        self.poison.result(guard)
    }

    /// # Errors
    /// If the mutex is locked or poisoned.
    #[track_caller]
    pub fn try_lock(&self) -> TryLockResult<MutexGuard<'_, T>> {
        let caller = Location::caller();
        held_locks::tries();
        let engine = self.engine();
        let Some(engine) = engine.take_back().or_else(|| engine.lock().try_lock().ok()) else {
            record::step(caller, "try_lock", |step| {
                step.on(&self.identity).read("Err(WouldBlock)");
            });
            return Err(TryLockError::WouldBlock);
        };
        let guard = self.guard(engine, caller);
        record::step(caller, "try_lock", |step| {
            step.on(&self.identity).read_value(&*guard);
        });
        self.poison.result(guard).map_err(TryLockError::Poisoned)
    }

    /// # Errors
    /// If the mutex is poisoned.
    pub fn get_mut(&mut self) -> LockResult<&mut T> {
        self.engine();
        self.poison.result(self.data.get_mut())
    }

    pub fn is_poisoned(&self) -> bool {
        self.poison.get()
    }

    pub fn clear_poison(&self) {
        self.poison.clear();
    }

    fn engine(&self) -> &Rc<Engine> {
        if self.reset.before_use(self.data.get()) {
            self.poison.clear();
        }
        self.engine.get(|| Late::new(engine_sync::Mutex::new(())))
    }

    fn guard<'a>(&'a self, engine: engine_sync::MutexGuard<'a, ()>, caller: Caller) -> MutexGuard<'a, T> {
        held_locks::taken();
        threadlings_trace::takes(execution::current_thread(), caller, &self.identity);
        MutexGuard { lock: self, engine: Some(engine), caller, panicked_before: panicking(), not_send: PhantomData }
    }
}

/// Loom's locks are never poisoned.
pub(super) fn take<T>(result: LockResult<T>) -> T {
    result.unwrap_or_else(super::PoisonError::into_inner)
}

impl<'a, T: ?Sized> MutexGuard<'a, T> {
    pub(super) fn lock(&self) -> &'a Mutex<T> {
        self.lock
    }

    pub(super) fn identity(&self) -> &'a Identity {
        &self.lock.identity
    }

    /// What `lock` returns for this guard.
    pub(super) fn result(self) -> LockResult<Self> {
        self.lock.poison.result(self)
    }
}

impl<T: ?Sized> Drop for MutexGuard<'_, T> {
    fn drop(&mut self) {
        self.lock.poison.guard_ends(self.panicked_before);
        let thread = execution::current_thread();
        record::step(self.caller, "unlock", |step| {
            step.on(&self.lock.identity).wrote_value(&**self);
        });
        threadlings_trace::gives_back(thread, &self.lock.identity);
        if let Some(engine) = self.engine.take() {
            // SAFETY: only the lifetime changes; the `Rc` keeps the mutex alive until the guard has ended.
            let engine = unsafe {
                real_std::mem::transmute::<engine_sync::MutexGuard<'_, ()>, engine_sync::MutexGuard<'static, ()>>(
                    engine,
                )
            };
            self.lock.engine().end(engine);
        }
    }
}

impl<T: ?Sized> Deref for MutexGuard<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        // SAFETY: this thread holds the lock.
        unsafe { &*self.lock.data.get() }
    }
}

impl<T: ?Sized> DerefMut for MutexGuard<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        // SAFETY: this thread holds the lock.
        unsafe { &mut *self.lock.data.get() }
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
    fn from(data: T) -> Self {
        Mutex::new(data)
    }
}

impl<T: ?Sized> fmt::Debug for Mutex<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Mutex").finish_non_exhaustive()
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for MutexGuard<'_, T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        T::fmt(self, formatter)
    }
}

impl<T: ?Sized + fmt::Display> fmt::Display for MutexGuard<'_, T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        T::fmt(self, formatter)
    }
}
