//! The machine that the model pretends to run on.

use real_std::cell::Cell;
use real_std::io::{self, ErrorKind};
use real_std::num::NonZeroUsize;

thread_local! {
    static PROCESSORS: Cell<usize> = const { Cell::new(USUAL) };
}

/// Processors of the machine unless a test says otherwise.
const USUAL: usize = 2;

/// From now on `available_parallelism` is this in this execution; with 0 it returns an error. Otherwise it is 2.
///
/// It shows whether an answer asks the machine or guesses, and what it does if the machine does not know.
///
#[doc = concat!("```ignore\n", include_str!("../../../examples/machine_runs/tests.rs"), "```")]
pub fn machine_runs(threads: usize) {
    PROCESSORS.set(threads);
}

/// Before another execution.
pub(crate) fn forget_processors() {
    PROCESSORS.set(USUAL);
}

/// As many threads as the machine runs at once.
///
/// # Errors
/// If the [test says](machine_runs) that the machine does not know.
pub fn available_parallelism() -> io::Result<NonZeroUsize> {
    let unknown = || io::Error::new(ErrorKind::NotFound, "the number of hardware threads is not known");
    NonZeroUsize::new(PROCESSORS.get()).ok_or_else(unknown)
}
