//! The threads on systems other than Linux: nothing is known but, on Apple's, their number. There a deadlock is found
//! when the time is over, and the report cannot say where each thread is.

use std::sync::atomic::{AtomicI32, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use threadlings_report::Interleaving;

use super::Id;

/// The watchdog, and the thread that the test runs on.
const OWN: usize = 2;
/// How long threads that are about to end may take.
const SETTLE: Duration = Duration::from_millis(500);

/// A number of our own for the calling thread.
pub(crate) fn this() -> Id {
    static NEXT: AtomicI32 = AtomicI32::new(1);
    thread_local!(static NUMBER: Id = NEXT.fetch_add(1, Ordering::Relaxed));
    NUMBER.with(|number| *number)
}

/// Nobody asks here.
pub(crate) fn this_is_the_test() {}

/// How many threads are alive, without the watchdog and the one that the test runs on. Threads that are about to end
/// get the time for it.
pub(crate) fn alive() -> usize {
    let begin = Instant::now();
    loop {
        let alive = count().saturating_sub(OWN);
        if alive == 0 || begin.elapsed() > SETTLE {
            return alive;
        }
        thread::sleep(Duration::from_millis(1));
    }
}

/// Whether more threads than this are alive, without the watchdog and the one that the test runs on.
pub(crate) fn more_than(most: u64) -> bool {
    count().saturating_sub(OWN) as u64 > most
}

/// Never certain here.
pub(crate) fn none_can_go_on() -> bool {
    false
}

/// Not known here: whoever has something to do gets the time for it.
pub(crate) fn others_rest() -> bool {
    thread::sleep(SETTLE);
    true
}

/// Not known here.
pub(crate) fn where_they_are(_learner_file: &str) -> Interleaving {
    Interleaving::default()
}

/// How many threads the process has.
#[cfg(target_vendor = "apple")]
#[allow(unsafe_code)]
fn count() -> usize {
    // SAFETY: all zeros is a valid `proc_taskinfo`, which holds numbers only.
    let mut info: libc::proc_taskinfo = unsafe { std::mem::zeroed() };
    let size = size_of::<libc::proc_taskinfo>() as libc::c_int;
    // SAFETY: the system writes at most `size` bytes to `info`, which is that large.
    let written =
        unsafe { libc::proc_pidinfo(libc::getpid(), libc::PROC_PIDTASKINFO, 0, (&raw mut info).cast(), size) };
    if written == size { info.pti_threadnum.max(0) as usize } else { OWN }
}

#[cfg(not(target_vendor = "apple"))]
fn count() -> usize {
    OWN
}
