//! Notices code that never reaches a point at which another thread could run.
//!
//! All modelled threads share one thread of the operating system, so nothing can interrupt such code but the end of
//! the process. What decides is the processor time that it uses, which does not depend on how busy the machine is.

use real_std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use real_std::time::Duration;

use rustix::time::{ClockId, clock_gettime};
use threadlings_report::Finding;

use crate::engine::findings;

/// Processor time without a step after which a loop counts as endless.
const LONGEST_LOOP: Duration = Duration::from_secs(4);
/// Time without a step, and without using the processor, after which the test counts as hanging.
const LONGEST_WAIT: Duration = Duration::from_secs(15);
const INTERVAL: Duration = Duration::from_millis(100);

static BEATS: AtomicU64 = AtomicU64::new(0);

/// A step is made.
#[inline]
pub(crate) fn beat() {
    BEATS.store(BEATS.load(Relaxed).wrapping_add(1), Relaxed);
}

/// Watches from now on, on a thread of its own; `report` gets what it found.
pub(crate) fn watch(report: impl Fn(Finding) + Send + 'static) {
    real_std::thread::spawn(move || {
        let mut beats = BEATS.load(Relaxed);
        let (mut processor_then, mut waited) = (processor_time(), Duration::ZERO);
        loop {
            real_std::thread::sleep(INTERVAL);
            let now = BEATS.load(Relaxed);
            if now != beats {
                beats = now;
                (processor_then, waited) = (processor_time(), Duration::ZERO);
                continue;
            }
            waited += INTERVAL;
            if processor_time().saturating_sub(processor_then) > LONGEST_LOOP {
                return report(findings::endless_loop());
            }
            if waited > LONGEST_WAIT && processor_time().saturating_sub(processor_then) < LONGEST_LOOP / 4 {
                return report(findings::waits_outside());
            }
        }
    });
}

fn processor_time() -> Duration {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    Duration::try_from(time).unwrap_or_default()
}
