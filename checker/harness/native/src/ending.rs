//! The one way out of the process, and what is kept until then.

use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError, mpsc};
use std::thread::Builder;
use std::time::Duration;

use report::channel::{BrokenProgram, Channel, Job};
use report::keeper::{self, Keeper};
use report::{Finding, Outcome};
use threadlings_report as report;

use crate::panics;

static JOB: OnceLock<Job> = OnceLock::new();
static BEGUN: AtomicBool = AtomicBool::new(false);
static PROGRAMS: Mutex<Vec<BrokenProgram>> = Mutex::new(Vec::new());

/// How long to wait for somebody else's lock on standard output, which may never come free.
const FLUSH: Duration = Duration::from_millis(50);

/// Gets the job and the test that it names from the checker. Real threads are left alone with one test: nobody can say
/// what another one would have left behind.
pub(crate) fn open(tests: &[(&str, fn())]) -> (Keeper, &'static Job, fn()) {
    match Channel::open(tests) {
        Ok((channel, jobs)) => match <[_; 1]>::try_from(jobs) {
            Ok([(job, test)]) => (Keeper::new(channel), JOB.get_or_init(|| job), test),
            Err(jobs) => refuse(&format!("this judge runs one test, not {}", jobs.len())),
        },
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
    PROGRAMS.lock().unwrap_or_else(PoisonError::into_inner).extend(programs);
}

/// Ends the test with this outcome. Only the first one counts.
pub(crate) fn end(outcome: Outcome) -> ! {
    BEGUN.store(true, Ordering::Relaxed);
    keeper::end(outcome)
}

/// Ends the test with this finding, and with the panics before it as details.
pub(crate) fn fail(mut finding: Finding) -> ! {
    if let Some(job) = job() {
        panics::add_to(&mut finding, job);
    }
    end(Outcome::Failed(Box::new(finding)))
}

/// Hands the outcome to the checker and ends the process.
pub(crate) fn finish(keeper: Keeper, outcome: Outcome) -> ! {
    BEGUN.store(true, Ordering::Relaxed);
    flush();
    let programs = std::mem::take(&mut *PROGRAMS.lock().unwrap_or_else(PoisonError::into_inner));
    keeper.finish(outcome, programs)
}

/// Ends the process without an outcome: the checker and this judge do not fit together.
pub(crate) fn refuse(reason: &str) -> ! {
    // Nothing of the learner's runs yet, so nobody holds the lock.
    let _ = writeln!(io::stderr(), "{reason}");
    report::exit(2)
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
