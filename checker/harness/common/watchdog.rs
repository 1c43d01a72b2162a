//! Notices code that never reaches a point at which another thread could run.
//!
//! All modelled threads share one thread of the operating system, so nothing can interrupt such code but the end of
//! the process. No clock decides: a loop counts as endless by the processor time that it uses, and a call that waits
//! by what the system says about its thread, which is asleep whenever anybody looks and never gets to run. So it does
//! not matter how busy the machine is.

use real_std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use real_std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use real_std::time::Duration;

use rustix::time::{ClockId, clock_gettime};
use threadlings_report::{Finding, Kind};

/// Processor time without a step after which a loop counts as endless.
const LONGEST_LOOP: Duration = Duration::from_secs(4);
/// How often in a row the thread must have been found asleep, without having run in between, to count as waiting.
const SLEEPS: u32 = 100;
const INTERVAL: Duration = Duration::from_millis(100);

static BEATS: AtomicU64 = AtomicU64::new(0);

/// A step is made.
#[inline]
pub(crate) fn beat() {
    BEATS.store(BEATS.load(Relaxed).wrapping_add(1), Relaxed);
}

/// Ends the watch when it is dropped.
#[must_use]
pub(crate) struct Watch {
    _end: Sender<()>,
}

/// Watches the thread that calls this from now on, on a thread of its own; `report` gets what it found.
pub(crate) fn watch(report: impl Fn(Finding) + Send + 'static) -> Watch {
    let times_run_if_asleep = asks_about_this_thread();
    let (end, over) = channel::<()>();
    real_std::thread::spawn(move || {
        let mut beats = BEATS.load(Relaxed);
        let (mut processor_then, mut asleep, mut sleeps) = (processor_time(), None, 0);
        while over.recv_timeout(INTERVAL) == Err(RecvTimeoutError::Timeout) {
            let now = BEATS.load(Relaxed);
            if now != beats {
                beats = now;
                (processor_then, asleep, sleeps) = (processor_time(), None, 0);
                continue;
            }
            if processor_time().saturating_sub(processor_then) > LONGEST_LOOP {
                return report(endless_loop());
            }
            let before = asleep;
            asleep = times_run_if_asleep();
            sleeps = if asleep.is_some() && asleep == before { sleeps + 1 } else { 0 };
            if sleeps >= SLEEPS {
                return report(waits_outside());
            }
        }
    });
    Watch { _end: end }
}

/// Tells, on any thread, how often the one that calls this was given a processor, if it is asleep: neither runs nor
/// waits for a processor.
#[cfg(target_os = "linux")]
fn asks_about_this_thread() -> impl Fn() -> Option<u64> + Send {
    let thread = rustix::thread::gettid().as_raw_nonzero();
    move || {
        let status = real_std::fs::read_to_string(format!("/proc/self/task/{thread}/status")).ok()?;
        let field = |name: &str| status.lines().find_map(|line| line.strip_prefix(name)).map(str::trim);
        let switches = |name| field(name)?.parse::<u64>().ok();
        let asleep = field("State:")?.starts_with('S');
        asleep.then_some(switches("voluntary_ctxt_switches:")? + switches("nonvoluntary_ctxt_switches:")?)
    }
}

/// Elsewhere nobody knows, and the checker's own limit has to do.
#[cfg(not(target_os = "linux"))]
fn asks_about_this_thread() -> impl Fn() -> Option<u64> + Send {
    || None
}

fn processor_time() -> Duration {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    Duration::try_from(time).unwrap_or_default()
}

/// A loop that never reaches a point at which another thread could run.
fn endless_loop() -> Finding {
    Finding::new(Kind::Livelock, "a loop that never touches anything shared goes on for ever")
}

/// A call that waits for something outside of the modelled std.
fn waits_outside() -> Finding {
    Finding::new(Kind::Hang, "the code waits for something that is not a thread: input, a file, a process")
}
