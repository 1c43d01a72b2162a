//! How much processor time the test uses.

use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
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
        let before = used_between_looks();
        let result = closure();
        (result, used_between_looks().saturating_sub(before))
    }
}

/// The watchdog's share, in nanoseconds.
static LEFT_OUT: AtomicU64 = AtomicU64::new(0);

/// How often the watchdog has begun or ended a look: odd while it looks, when its share is not known.
static LOOKS: AtomicU64 = AtomicU64::new(0);

/// Leaves out what this thread, the watchdog's, uses for a look.
pub(crate) fn leave_out<R>(look: impl FnOnce() -> R) -> R {
    LOOKS.fetch_add(1, Ordering::SeqCst);
    let seen = look();
    let nanoseconds = of(ClockId::ThreadCPUTime).as_nanos();
    LEFT_OUT.store(u64::try_from(nanoseconds).unwrap_or(u64::MAX), Ordering::SeqCst);
    LOOKS.fetch_add(1, Ordering::SeqCst);
    seen
}

/// What the process has used so far, without the watchdog, who does not look at this moment. The thread does not sleep
/// until then: the watchdog would take it for one that waits.
fn used_between_looks() -> Duration {
    loop {
        let looks = LOOKS.load(Ordering::SeqCst);
        let used = used();
        if looks.is_multiple_of(2) && looks == LOOKS.load(Ordering::SeqCst) {
            return used;
        }
        thread::yield_now();
    }
}

/// What the process has used so far, without the watchdog's looks but the one that it may be at.
pub(crate) fn used() -> Duration {
    of(ClockId::ProcessCPUTime).saturating_sub(Duration::from_nanos(LEFT_OUT.load(Ordering::SeqCst)))
}

fn of(clock: ClockId) -> Duration {
    Duration::try_from(clock_gettime(clock)).unwrap_or_default()
}
