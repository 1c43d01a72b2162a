//! `Condvar`.

use real_std::fmt;
use real_std::panic::{Location, RefUnwindSafe, UnwindSafe};
use real_std::time::Duration;

use loom::sync as engine_sync;
use threadlings_trace::{Cause, Identity};

use super::mutex::take;
use super::{LockResult, MutexGuard, PoisonError};
use crate::engine::{FirstUse, execution};
use crate::record;

pub struct Condvar {
    identity: Identity,
    engine: FirstUse<engine_sync::Condvar>,
}

// SAFETY: its state is used only by modelled threads, which run on one real thread, in turns.
unsafe impl Send for Condvar {}
// SAFETY: as above.
unsafe impl Sync for Condvar {}
impl UnwindSafe for Condvar {}
impl RefUnwindSafe for Condvar {}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WaitTimeoutResult(bool);

impl WaitTimeoutResult {
    pub fn timed_out(&self) -> bool {
        self.0
    }
}

impl Condvar {
    #[track_caller]
    pub const fn new() -> Self {
        Condvar { identity: Identity::new("Condvar", Location::caller()), engine: FirstUse::new() }
    }

    fn engine(&self) -> &engine_sync::Condvar {
        self.engine.get(engine_sync::Condvar::new)
    }

    /// # Errors
    /// If the mutex is poisoned.
    #[track_caller]
    pub fn wait<'a, T: ?Sized>(&self, mut guard: MutexGuard<'a, T>) -> LockResult<MutexGuard<'a, T>> {
        let caller = Location::caller();
        let thread = execution::current_thread();
        record::step(caller, "wait", |step| {
            step.on(&self.identity).note("unlocks and sleeps");
        });
        threadlings_trace::gives_back(thread, guard.identity());
        let engine = guard.engine.take().expect("a guard has its lock except in here");
        let engine = record::blocking(caller, "wait", Some(&self.identity), Cause::Notification, || {
            take(self.engine().wait(engine))
        });
        guard.engine = Some(engine);
        threadlings_trace::takes(thread, caller, guard.identity());
        record::step(caller, "wait", |step| {
            step.on(&self.identity).read_value(&*guard).note("wakes up and locks");
        });
        guard.result()
    }

    /// # Errors
    /// If the mutex is poisoned.
    #[track_caller]
    pub fn wait_while<'a, T: ?Sized>(
        &self,
        mut guard: MutexGuard<'a, T>,
        mut condition: impl FnMut(&mut T) -> bool,
    ) -> LockResult<MutexGuard<'a, T>> {
        while condition(&mut guard) {
            guard = self.wait(guard)?;
        }
        Ok(guard)
    }

    /// Always times out, after other threads have had a chance to run.
    ///
    /// # Errors
    /// If the mutex is poisoned.
    #[track_caller]
    pub fn wait_timeout<'a, T: ?Sized>(
        &self,
        guard: MutexGuard<'a, T>,
        _: Duration,
    ) -> LockResult<(MutexGuard<'a, T>, WaitTimeoutResult)> {
        let lock = guard.lock();
        drop(guard);
        loom::thread::yield_now();
        let timed_out = WaitTimeoutResult(true);
        match lock.lock() {
            Ok(guard) => Ok((guard, timed_out)),
            Err(poisoned) => Err(PoisonError::new((poisoned.into_inner(), timed_out))),
        }
    }

    /// # Errors
    /// If the mutex is poisoned.
    #[track_caller]
    pub fn wait_timeout_while<'a, T: ?Sized>(
        &self,
        mut guard: MutexGuard<'a, T>,
        timeout: Duration,
        mut condition: impl FnMut(&mut T) -> bool,
    ) -> LockResult<(MutexGuard<'a, T>, WaitTimeoutResult)> {
        if !condition(&mut guard) {
            return Ok((guard, WaitTimeoutResult(false)));
        }
        let (mut guard, _) = self.wait_timeout(guard, timeout)?;
        let timed_out = condition(&mut guard);
        Ok((guard, WaitTimeoutResult(timed_out)))
    }

    #[track_caller]
    pub fn notify_one(&self) {
        self.engine().notify_one();
        record::step(Location::caller(), "notify_one", |step| {
            step.on(&self.identity);
        });
    }

    #[track_caller]
    pub fn notify_all(&self) {
        self.engine().notify_all();
        record::step(Location::caller(), "notify_all", |step| {
            step.on(&self.identity);
        });
    }
}

impl Default for Condvar {
    #[track_caller]
    fn default() -> Self {
        Condvar::new()
    }
}

impl fmt::Debug for Condvar {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Condvar").finish_non_exhaustive()
    }
}
