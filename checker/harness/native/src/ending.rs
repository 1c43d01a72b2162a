//! The channel to the checker, and the one way out of the process.

use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError, mpsc};
use std::thread::{self, Builder};
use std::time::Duration;

use report::channel::{BrokenProgram, Channel, Job};
use report::{Finding, Outcome};
use threadlings_report as report;

use crate::panics;

static CHANNEL: Mutex<Option<Channel>> = Mutex::new(None);
static JOB: OnceLock<Job> = OnceLock::new();
static BEGUN: AtomicBool = AtomicBool::new(false);

/// How long to wait for somebody else's lock on standard output, which may never come free.
const FLUSH: Duration = Duration::from_millis(50);

/// Gets the job from the checker.
pub(crate) fn open() -> &'static Job {
    match Channel::open() {
        Ok((channel, job)) => {
            *CHANNEL.lock().unwrap_or_else(PoisonError::into_inner) = Some(channel);
            JOB.get_or_init(|| job)
        }
        Err(error) => refuse(&format!("this program is run by threadlings only: {error}")),
    }
}

/// The job, once it is known.
pub(crate) fn job() -> Option<&'static Job> {
    JOB.get()
}

/// Whether the process is about to end, with an outcome that is known.
#[cfg(target_os = "linux")]
pub(crate) fn has_begun() -> bool {
    BEGUN.load(Ordering::Relaxed)
}

/// Keeps programs that go to the checker together with the outcome.
pub(crate) fn hand_over(programs: impl IntoIterator<Item = BrokenProgram>) {
    if let Some(channel) = CHANNEL.lock().unwrap_or_else(PoisonError::into_inner).as_mut() {
        channel.hand_over(programs);
    }
}

/// Hands the outcome to the checker and ends the process. Only the first outcome counts.
pub(crate) fn finish(outcome: Outcome) -> ! {
    BEGUN.store(true, Ordering::Relaxed);
    let channel = CHANNEL.lock().unwrap_or_else(PoisonError::into_inner).take();
    let Some(channel) = channel else {
        // Another thread is on its way out.
        loop {
            thread::park();
        }
    };
    flush();
    match channel.finish(outcome) {
        Ok(()) => exit(0),
        Err(_) => exit(2),
    }
}

/// Ends the test with this finding, and with the panics before it as details.
pub(crate) fn fail(mut finding: Finding) -> ! {
    if let Some(job) = job() {
        panics::add_to(&mut finding, job);
    }
    finish(Outcome::Failed(Box::new(finding)))
}

/// Ends the process without an outcome: the checker and this judge do not fit together.
pub(crate) fn refuse(reason: &str) -> ! {
    // Nothing of the learner's runs yet, so nobody holds the lock.
    let _ = writeln!(io::stderr(), "{reason}");
    exit(2)
}

/// Lets what the learner's code printed without a line end be seen. The learner's code may hold the lock for ever.
fn flush() {
    let (flushed, done) = mpsc::channel();
    let flush = move || {
        let _ = io::stdout().flush();
        let _ = flushed.send(());
    };
    if Builder::new().spawn(flush).is_ok() {
        let _ = done.recv_timeout(FLUSH);
    }
}

/// Ends the process at once: no `atexit` handler runs, no lock is waited for.
#[allow(unsafe_code)]
fn exit(code: i32) -> ! {
    // SAFETY: `_exit` may be called at any time, from any thread; it takes a number and does not return.
    unsafe { libc::_exit(code) }
}
