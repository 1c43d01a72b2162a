//! The threads of the execution that runs now.

use real_std::cell::Cell;

/// How many threads loom can follow, the first included.
pub(crate) const MOST_THREADS: usize = loom::MAX_THREADS;

real_std::thread_local! {
    static STARTED: Cell<usize> = const { Cell::new(0) };
    static ENDED: Cell<usize> = const { Cell::new(0) };
    static AT_WORK: Cell<usize> = const { Cell::new(0) };
}

loom::thread_local! {
    static OWN_NUMBER: Cell<usize> = Cell::new(0);
}

/// To be called at the start of each execution, on its first thread.
pub(crate) fn start() {
    STARTED.set(0);
    ENDED.set(0);
    AT_WORK.set(0);
}

/// The number of the thread that calls: 0 for the one the hidden test runs on, then in order of their start.
pub fn current_thread() -> usize {
    // The key is gone while a thread that has ended drops its thread-locals.
    let number = OWN_NUMBER.try_with(Cell::get).unwrap_or_else(|_| AT_WORK.get());
    AT_WORK.set(number);
    number
}

/// The thread that last asked for its number. Unlike [`current_thread`] it can be asked while loom fails.
pub(crate) fn last_at_work() -> usize {
    AT_WORK.get()
}

/// Threads that were started and have not ended, without the one the hidden test runs on.
pub fn threads_alive() -> usize {
    STARTED.get() - ENDED.get()
}

/// Gives the next thread its number, or none if loom cannot follow one more.
pub(crate) fn number_thread() -> Option<usize> {
    let number = STARTED.get() + 1;
    if number == MOST_THREADS {
        return None;
    }
    STARTED.set(number);
    Some(number)
}

/// To be called first on a new thread.
pub(crate) fn thread_begins(number: usize) {
    OWN_NUMBER.with(|own| own.set(number));
    AT_WORK.set(number);
}

/// To be called last on a thread.
pub(crate) fn thread_ends() {
    ENDED.set(ENDED.get() + 1);
}
