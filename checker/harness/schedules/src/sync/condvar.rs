//! Condition variables.

use real_std::fmt;
use real_std::panic::Location;
use real_std::sync::{LockResult, Mutex as RealMutex, MutexGuard as RealGuard, PoisonError};
use real_std::time::Duration;

use threadlings_trace::{Caller, Cause, Identity, Reset, is_recording, step, thread_name, waits};

use super::mutex::RawMutex;
use super::{MutexGuard, key};
use crate::engine::run::{self, Patience, Woken};
use crate::thread::until;

/// [`std::sync::Condvar`](real_std::sync::Condvar). Waiting threads may wake up spuriously.
pub struct Condvar {
    identity: Identity,
    reset: Reset,
    /// The threads that wait, in the order in which they came.
    waiting: RealMutex<Vec<usize>>,
}

/// Cost of a notification that does not go to the thread that has waited longest.
const OUT_OF_TURN: u32 = 1;

impl Condvar {
    /// A condition variable nobody waits for.
    #[track_caller]
    pub const fn new() -> Self {
        let identity = Identity::new("Condvar", Location::caller());
        Condvar { identity, reset: Reset::new(), waiting: RealMutex::new(Vec::new()) }
    }

    /// Unlocks the mutex, waits for a notification and locks it again.
    ///
    /// # Errors
    /// If the mutex is poisoned.
    #[track_caller]
    pub fn wait<'a, T: ?Sized>(&self, guard: MutexGuard<'a, T>) -> LockResult<MutexGuard<'a, T>> {
        self.wait_with(guard, "wait", Patience::Light, Location::caller()).map(|(guard, _)| guard).map_err(first)
    }

    /// Waits as long as the condition holds.
    ///
    /// # Errors
    /// If the mutex is poisoned.
    #[track_caller]
    pub fn wait_while<'a, T: ?Sized>(
        &self,
        mut guard: MutexGuard<'a, T>,
        mut condition: impl FnMut(&mut T) -> bool,
    ) -> LockResult<MutexGuard<'a, T>> {
        let caller = Location::caller();
        while condition(&mut guard) {
            guard = self.wait_with(guard, "wait_while", Patience::Light, caller).map_err(first)?.0;
        }
        Ok(guard)
    }

    /// Waits for a notification, or so long.
    ///
    /// # Errors
    /// If the mutex is poisoned.
    #[track_caller]
    pub fn wait_timeout<'a, T: ?Sized>(
        &self,
        guard: MutexGuard<'a, T>,
        duration: Duration,
    ) -> LockResult<(MutexGuard<'a, T>, WaitTimeoutResult)> {
        self.wait_with(guard, "wait_timeout", until(duration), Location::caller())
    }

    /// Waits as long as the condition holds, but no longer than the time given.
    ///
    /// # Errors
    /// If the mutex is poisoned.
    #[track_caller]
    pub fn wait_timeout_while<'a, T: ?Sized>(
        &self,
        mut guard: MutexGuard<'a, T>,
        duration: Duration,
        mut condition: impl FnMut(&mut T) -> bool,
    ) -> LockResult<(MutexGuard<'a, T>, WaitTimeoutResult)> {
        let (caller, patience) = (Location::caller(), until(duration));
        let mut timed_out = false;
        while condition(&mut guard) {
            if timed_out {
                return Ok((guard, WaitTimeoutResult(true)));
            }
            let (again, result) = self.wait_with(guard, "wait_timeout_while", patience, caller)?;
            guard = again;
            timed_out = result.timed_out();
        }
        Ok((guard, WaitTimeoutResult(false)))
    }

    /// Wakes one waiting thread. Which one is not said, though it is likely the one that has waited longest.
    #[track_caller]
    pub fn notify_one(&self) {
        self.notify("notify_one", Location::caller(), |waiting| {
            let chosen = run::choose(waiting.len(), OUT_OF_TURN);
            if waiting.is_empty() { Vec::new() } else { vec![waiting.remove(chosen)] }
        });
    }

    /// Wakes all waiting threads.
    #[track_caller]
    pub fn notify_all(&self) {
        self.notify("notify_all", Location::caller(), real_std::mem::take);
    }

    fn notify(&self, operation: &'static str, caller: Caller, choose: impl FnOnce(&mut Vec<usize>) -> Vec<usize>) {
        self.reset.before_use(&raw const self.waiting);
        run::switch();
        let chosen = choose(&mut self.waiting());
        for &thread in &chosen {
            run::wake_thread(thread, key(self));
        }
        step(run::me(), caller, operation, |step| {
            let names: Vec<_> = chosen.iter().map(|&thread| thread_name(thread)).collect();
            let whom = if names.is_empty() { "nobody".to_owned() } else { names.join(", ") };
            step.on(&self.identity).note(format!("wakes {whom}"));
        });
    }

    fn waiting(&self) -> RealGuard<'_, Vec<usize>> {
        self.reset.before_use(&raw const self.waiting);
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait_with<'a, T: ?Sized>(
        &self,
        guard: MutexGuard<'a, T>,
        operation: &'static str,
        patience: Patience,
        caller: Caller,
    ) -> LockResult<(MutexGuard<'a, T>, WaitTimeoutResult)> {
        run::switch();
        step(run::me(), caller, operation, |step| {
            step.on(&self.identity).wrote_value(&*guard).note(match patience {
                Patience::Until(deadline) => {
                    format!("unlocks and waits {} at most", in_short(deadline.saturating_sub(run::now())))
                }
                _ => "unlocks and waits".to_owned(),
            });
        });
        let mutex = guard.forget();
        let woken = self.sleep(&mutex.raw, operation, patience, caller);
        let guard = MutexGuard::new(mutex, caller);
        if is_recording() {
            self.record_wakeup(operation, woken, &guard);
        }
        mutex.raw.poison().check((guard, WaitTimeoutResult(woken == Woken::TimeIsUp)))
    }

    /// What is not about the type of the value.
    fn sleep(&self, mutex: &RawMutex, operation: &'static str, patience: Patience, caller: Caller) -> Woken {
        let me = run::me();
        self.waiting().push(me);
        mutex.unlock();
        waits(me, caller, operation, Some(&self.identity), Cause::Notification);
        let woken = run::wait(key(self), patience);
        self.waiting().retain(|&thread| thread != me);
        mutex.lock_at_once(operation, caller);
        woken
    }

    fn record_wakeup<T: ?Sized>(&self, operation: &'static str, woken: Woken, guard: &MutexGuard<'_, T>) {
        step(run::me(), guard.caller, operation, |step| {
            step.on(&self.identity).read_value(&**guard).note(match woken {
                Woken::Notified => "goes on",
                Woken::TimeIsUp => "times out",
                Woken::Spuriously => "wakes up spuriously",
            });
        });
    }
}

/// So many nanoseconds, as exactly as a report needs it: what it takes to read the clock does not count.
fn in_short(nanoseconds: u64) -> String {
    let duration = Duration::from_nanos(nanoseconds);
    match duration.as_secs() {
        0 if nanoseconds < 1_000_000 => format!("{duration:?}"),
        0..10 => format!("{} ms", nanoseconds.div_ceil(1_000_000)),
        seconds => format!("{seconds} s"),
    }
}

fn first<'a, T: ?Sized>(error: PoisonError<(MutexGuard<'a, T>, WaitTimeoutResult)>) -> PoisonError<MutexGuard<'a, T>> {
    PoisonError::new(error.into_inner().0)
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

/// [`std::sync::WaitTimeoutResult`](real_std::sync::WaitTimeoutResult).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WaitTimeoutResult(bool);

impl WaitTimeoutResult {
    /// Whether the time was up before a notification came.
    pub fn timed_out(&self) -> bool {
        self.0
    }
}
