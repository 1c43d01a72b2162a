//! How much processor time the test uses.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use rustix::time::{ClockId, clock_gettime};

/// How much processor time the learner's code uses.
///
/// Catches work that is done more than once. Compare with what the same work costs on one thread, and leave a wide gap:
/// a part of the cost depends on what else the machine does. Threads that wait by looking again and again are caught by
/// [`settle`](crate::settle); how long they look in a given time is luck.
///
#[doc = concat!("```ignore\n", include_str!("../../examples/cpu_time/tests.rs"), "```")]
pub struct CpuTime;

impl CpuTime {
    /// Runs the closure; returns its result, and the processor time that all threads together used meanwhile.
    pub fn during<R>(closure: impl FnOnce() -> R) -> (R, Duration) {
        let before = used();
        let result = closure();
        (result, used().saturating_sub(before))
    }
}

/// The watchdog's share, in nanoseconds.
static LEFT_OUT: AtomicU64 = AtomicU64::new(0);

/// Leaves out what this thread, the watchdog's, has used so far.
pub(crate) fn leave_out_this_thread() {
    let nanoseconds = of(ClockId::ThreadCPUTime).as_nanos();
    LEFT_OUT.store(u64::try_from(nanoseconds).unwrap_or(u64::MAX), Ordering::Relaxed);
}

/// What the process has used so far, without the watchdog.
pub(crate) fn used() -> Duration {
    of(ClockId::ProcessCPUTime).saturating_sub(Duration::from_nanos(LEFT_OUT.load(Ordering::Relaxed)))
}

fn of(clock: ClockId) -> Duration {
    Duration::try_from(clock_gettime(clock)).unwrap_or_default()
}
