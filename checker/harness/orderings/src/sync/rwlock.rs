//! `RwLock`: loom's, over `()`, beside the data, so that it can be const, unsized and poisoned.

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
use super::mutex::take;
use super::poison::Poison;
use super::{LockResult, TryLockError, TryLockResult};
use crate::engine::{FirstUse, execution, held_locks, unwinding};
use crate::record::{self, Caller};

pub struct RwLock<T: ?Sized> {
    identity: Identity,
    reset: Reset,
    engine: FirstUse<Engine>,
    poison: Poison,
    data: UnsafeCell<T>,
}

// SAFETY: as in std; and the state beside the data is used only by modelled threads, which run on one real thread.
unsafe impl<T: ?Sized + Send> Send for RwLock<T> {}
// SAFETY: as above.
unsafe impl<T: ?Sized + Send + Sync> Sync for RwLock<T> {}
impl<T: ?Sized> UnwindSafe for RwLock<T> {}
impl<T: ?Sized> RefUnwindSafe for RwLock<T> {}

/// What a lock has of loom's. (A guard borrows from the lock beside it, whatever its lifetime says.)
type Engine = Late<engine_sync::RwLock<()>, engine_sync::RwLockWriteGuard<'static, ()>>;

/// What both guards are made of.
struct Held<'a, T: ?Sized, G> {
    lock: &'a RwLock<T>,
    /// Taken when the guard ends.
    engine: Option<G>,
    caller: Caller,
    not_send: PhantomData<*const ()>,
}

#[must_use = "if unused the RwLock will immediately unlock"]
pub struct RwLockReadGuard<'a, T: ?Sized>(Held<'a, T, engine_sync::RwLockReadGuard<'a, ()>>);

#[must_use = "if unused the RwLock will immediately unlock"]
pub struct RwLockWriteGuard<'a, T: ?Sized> {
    held: Held<'a, T, engine_sync::RwLockWriteGuard<'a, ()>>,
    panicked_before: bool,
}

// SAFETY: as in std.
unsafe impl<T: ?Sized + Sync> Sync for RwLockReadGuard<'_, T> {}
// SAFETY: as in std.
unsafe impl<T: ?Sized + Sync> Sync for RwLockWriteGuard<'_, T> {}

impl<T> RwLock<T> {
    #[track_caller]
    pub const fn new(data: T) -> Self {
        RwLock {
            identity: Identity::new("RwLock", Location::caller()),
            reset: Reset::new(),
            engine: FirstUse::new(),
            poison: Poison::new(),
            data: UnsafeCell::new(data),
        }
    }

    /// # Errors
    /// If the lock is poisoned.
    pub fn into_inner(self) -> LockResult<T> {
        let RwLock { poison, data, .. } = self;
        poison.result(data.into_inner())
    }
}

impl<T: ?Sized> RwLock<T> {
    /// # Errors
    /// If the lock is poisoned.
    #[track_caller]
    pub fn read(&self) -> LockResult<RwLockReadGuard<'_, T>> {
        let caller = Location::caller();
        let engine = self.engine();
        let engine = record::blocking(caller, "read", Some(&self.identity), Cause::Lock, || take(engine.lock().read()));
        self.poison.result(self.reading("read", engine, caller))
    }

    /// # Errors
    /// If the lock is held by a writer, or poisoned.
    #[track_caller]
    pub fn try_read(&self) -> TryLockResult<RwLockReadGuard<'_, T>> {
        let caller = Location::caller();
        held_locks::tries();
        let Ok(engine) = self.engine().lock().try_read() else { return self.would_block("try_read", caller) };
        self.poison.result(self.reading("try_read", engine, caller)).map_err(TryLockError::Poisoned)
    }

    /// # Errors
    /// If the lock is poisoned.
    #[track_caller]
    pub fn write(&self) -> LockResult<RwLockWriteGuard<'_, T>> {
        let caller = Location::caller();
        let engine = self.engine();
        let engine = engine.take_back().unwrap_or_else(|| {
            record::blocking(caller, "write", Some(&self.identity), Cause::Lock, || take(engine.lock().write()))
        });
        self.poison.result(self.writing("write", engine, caller))
    }

    /// # Errors
    /// If the lock is held, or poisoned.
    #[track_caller]
    pub fn try_write(&self) -> TryLockResult<RwLockWriteGuard<'_, T>> {
        let caller = Location::caller();
        held_locks::tries();
        let Ok(engine) = self.engine().lock().try_write() else { return self.would_block("try_write", caller) };
        self.poison.result(self.writing("try_write", engine, caller)).map_err(TryLockError::Poisoned)
    }

    /// # Errors
    /// If the lock is poisoned.
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
        self.engine.get(|| Late::new(engine_sync::RwLock::new(())))
    }

    fn reading<'a>(
        &'a self,
        operation: &'static str,
        engine: engine_sync::RwLockReadGuard<'a, ()>,
        caller: Caller,
    ) -> RwLockReadGuard<'a, T> {
        RwLockReadGuard(self.held(operation, engine, caller))
    }

    fn writing<'a>(
        &'a self,
        operation: &'static str,
        engine: engine_sync::RwLockWriteGuard<'a, ()>,
        caller: Caller,
    ) -> RwLockWriteGuard<'a, T> {
        RwLockWriteGuard { held: self.held(operation, engine, caller), panicked_before: panicking() }
    }

    fn held<'a, G>(&'a self, operation: &'static str, engine: G, caller: Caller) -> Held<'a, T, G> {
        held_locks::taken();
        threadlings_trace::takes(execution::current_thread(), caller, &self.identity);
        let held = Held { lock: self, engine: Some(engine), caller, not_send: PhantomData };
        record::step(caller, operation, |step| {
            step.on(&self.identity).read_value(held.data());
        });
        held
    }

    fn would_block<G>(&self, operation: &'static str, caller: Caller) -> TryLockResult<G> {
        record::step(caller, operation, |step| {
            step.on(&self.identity).read("Err(WouldBlock)");
        });
        Err(TryLockError::WouldBlock)
    }
}

impl<'a, T: ?Sized> RwLockWriteGuard<'a, T> {
    /// Nobody can write in between.
    #[track_caller]
    pub fn downgrade(guard: Self) -> RwLockReadGuard<'a, T> {
        let caller = Location::caller();
        let lock = guard.held.lock;
        let engine = record::quietly(|| {
            unwinding::without_switching(|| {
                drop(guard);
                take(lock.engine().lock().read())
            })
        });
        lock.reading("downgrade", engine, caller)
    }
}

impl<T: ?Sized, G> Held<'_, T, G> {
    fn data(&self) -> &T {
        // SAFETY: this thread holds the lock.
        unsafe { &*self.lock.data.get() }
    }

    fn release(&mut self) {
        record::step(self.caller, "unlock", |step| {
            step.on(&self.lock.identity).wrote_value(self.data());
        });
        threadlings_trace::gives_back(execution::current_thread(), &self.lock.identity);
    }
}

impl<T: ?Sized> Drop for RwLockReadGuard<'_, T> {
    fn drop(&mut self) {
        self.0.release();
        self.0.engine = None;
    }
}

impl<T: ?Sized> Drop for RwLockWriteGuard<'_, T> {
    fn drop(&mut self) {
        self.held.lock.poison.guard_ends(self.panicked_before);
        self.held.release();
        if let Some(engine) = self.held.engine.take() {
            // SAFETY: only the lifetime changes; the `Rc` keeps the lock alive until the guard has ended.
            let engine = unsafe {
                real_std::mem::transmute::<
                    engine_sync::RwLockWriteGuard<'_, ()>,
                    engine_sync::RwLockWriteGuard<'static, ()>,
                >(engine)
            };
            self.held.lock.engine().end(engine);
        }
    }
}

impl<T: ?Sized> Deref for RwLockReadGuard<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.0.data()
    }
}

impl<T: ?Sized> Deref for RwLockWriteGuard<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.held.data()
    }
}

impl<T: ?Sized> DerefMut for RwLockWriteGuard<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        // SAFETY: this thread holds the lock alone.
        unsafe { &mut *self.held.lock.data.get() }
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
    fn from(data: T) -> Self {
        RwLock::new(data)
    }
}

impl<T: ?Sized> fmt::Debug for RwLock<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("RwLock").finish_non_exhaustive()
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for RwLockReadGuard<'_, T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        T::fmt(self, formatter)
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for RwLockWriteGuard<'_, T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        T::fmt(self, formatter)
    }
}
