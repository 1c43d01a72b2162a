//! The search is made twice if something fails: at first nothing is written down, which is quicker, and objects are made
//! ready for what executions usually need. The second search, on a thread of its own, writes down every step and has
//! room for everything. It finds the same, since nothing in it is left to chance, and its outcome counts.
//!
//! A failure cannot be unwound from and tried again in place: the engine has given its threads up.

use real_std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use real_std::sync::{Mutex, PoisonError};
use real_std::thread;

use threadlings_report::channel::Job;
use threadlings_report::{Finding, Outcome};

use crate::engine::{finish, search};

/// What is searched.
struct Searched {
    test: fn(),
    job: Job,
}

/// For the second search.
static SEARCHED: Mutex<Option<Searched>> = Mutex::new(None);
static SECOND: AtomicBool = AtomicBool::new(false);

/// Room for the second search's own stack: loom and the report need some.
const STACK: usize = 8 << 20;

/// Remembers what is searched.
pub(crate) fn remember(test: fn(), job: &Job) {
    *SEARCHED.lock().unwrap_or_else(PoisonError::into_inner) = Some(Searched { test, job: job.clone() });
}

/// Whether this is the search that writes everything down.
pub(crate) fn is_second() -> bool {
    SECOND.load(Relaxed)
}

/// Leaves the first search, which stays where it is for ever, and makes the second one. Returns if that cannot be.
pub(crate) fn search() {
    let searched = SEARCHED.lock().unwrap_or_else(PoisonError::into_inner).take();
    let Some(Searched { test, job }) = searched else { return };
    SECOND.store(true, Relaxed);
    let search = move || match search::search(test, &job) {
        // A right answer never fails: this one has.
        Outcome::Passed(_) => finish::end(Outcome::Failed(Box::new(Finding::unpredictable()))),
        outcome => finish::end(outcome),
    };
    if thread::Builder::new().stack_size(STACK).spawn(search).is_ok() {
        loop {
            thread::park();
        }
    }
}
