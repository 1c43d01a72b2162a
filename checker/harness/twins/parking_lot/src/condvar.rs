//! Condition variables. Unlike std's they never wake up by themselves.

use std::collections::VecDeque;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard as Bookkeeping, PoisonError};
use std::time::Duration;

use threadlings_schedules::engine::outside::{self, Signal};
use threadlings_schedules::time::Instant;

use crate::MutexGuard;

/// `parking_lot::Condvar`.
#[derive(Default)]
pub struct Condvar {
    /// The threads that wait, in the order in which they came.
    waiting: Mutex<VecDeque<Arc<Signal>>>,
}

/// `parking_lot::WaitTimeoutResult`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WaitTimeoutResult(bool);

impl WaitTimeoutResult {
    /// Whether the time was up before a notification came.
    pub fn timed_out(self) -> bool {
        self.0
    }
}

impl Condvar {
    /// A condition variable nobody waits for.
    pub const fn new() -> Self {
        Condvar { waiting: Mutex::new(VecDeque::new()) }
    }

    /// Unlocks the mutex, waits for a notification and locks it again.
    pub fn wait<T: ?Sized>(&self, guard: &mut MutexGuard<'_, T>) {
        self.wait_with(guard, None);
    }

    /// Waits as long as the condition holds.
    pub fn wait_while<T: ?Sized>(&self, guard: &mut MutexGuard<'_, T>, mut condition: impl FnMut(&mut T) -> bool) {
        while condition(&mut **guard) {
            self.wait(guard);
        }
    }

    /// Waits for a notification, or so long.
    pub fn wait_for<T: ?Sized>(&self, guard: &mut MutexGuard<'_, T>, duration: Duration) -> WaitTimeoutResult {
        self.wait_with(guard, Some(after(duration)))
    }

    /// Waits for a notification, or until that time.
    pub fn wait_until<T: ?Sized>(&self, guard: &mut MutexGuard<'_, T>, deadline: Instant) -> WaitTimeoutResult {
        self.wait_for(guard, deadline.saturating_duration_since(Instant::now()))
    }

    /// Waits as long as the condition holds, but no longer than the time given.
    pub fn wait_while_for<T: ?Sized>(
        &self,
        guard: &mut MutexGuard<'_, T>,
        mut condition: impl FnMut(&mut T) -> bool,
        duration: Duration,
    ) -> WaitTimeoutResult {
        let until = after(duration);
        let mut result = WaitTimeoutResult(false);
        while condition(&mut **guard) {
            if result.timed_out() {
                return result;
            }
            result = self.wait_with(guard, Some(until));
        }
        WaitTimeoutResult(false)
    }

    /// Wakes the thread that has waited longest. Tells whether there was one.
    pub fn notify_one(&self) -> bool {
        outside::switch();
        outside::does();
        let first = self.waiting().pop_front();
        if let Some(signal) = &first {
            signal.notify();
        }
        first.is_some()
    }

    /// Wakes all waiting threads. Tells how many there were.
    pub fn notify_all(&self) -> usize {
        outside::switch();
        outside::does();
        let all = std::mem::take(&mut *self.waiting());
        all.iter().for_each(|signal| signal.notify());
        all.len()
    }

    fn wait_with<T: ?Sized>(&self, guard: &mut MutexGuard<'_, T>, until: Option<u64>) -> WaitTimeoutResult {
        outside::switch();
        let signal = Arc::new(Signal::new());
        self.waiting().push_back(Arc::clone(&signal));
        let timed_out = MutexGuard::unlocked(guard, || {
            outside::is_about_to();
            signal.wait(until)
        });
        self.waiting().retain(|other| !Arc::ptr_eq(other, &signal));
        WaitTimeoutResult(timed_out)
    }

    fn waiting(&self) -> Bookkeeping<'_, VecDeque<Arc<Signal>>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The virtual time after so long.
fn after(duration: Duration) -> u64 {
    outside::now().saturating_add(u64::try_from(duration.as_nanos()).unwrap_or(u64::MAX))
}

impl fmt::Debug for Condvar {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Condvar").finish_non_exhaustive()
    }
}
