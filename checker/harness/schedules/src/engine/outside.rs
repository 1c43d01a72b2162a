//! What crates need that stand in for the learner's and run threads of their own.

use real_std::panic::Location;
use real_std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::Relaxed};

use threadlings_trace as trace;

use crate::engine::director::UNLIKELY;
use crate::engine::run::{self, Patience, Woken};
use crate::engine::{elsewhere, panics};

pub use crate::engine::elsewhere::{does, is_about_to};
pub use crate::thread::give_way_if_repeated;
pub use threadlings_trace::{
    Caller, Cause, Identity, is_recording, sender_dropped, sender_made, step, value_text, waits,
};

/// Lets one thread go on, now or the next time it waits for it.
#[derive(Debug)]
pub struct Signal {
    thread: usize,
    notified: AtomicBool,
}

impl Signal {
    /// For the current thread.
    #[allow(clippy::new_without_default, reason = "it belongs to the thread that made it")]
    pub fn new() -> Self {
        Signal { thread: run::me(), notified: AtomicBool::new(false) }
    }

    /// Lets the thread go on.
    pub fn notify(&self) {
        self.notified.store(true, Relaxed);
        if run::is_running() {
            run::wake_thread(self.thread, self.key());
        }
    }

    /// Waits until it is notified, or until this time in virtual nanoseconds; true if that has come.
    pub fn wait(&self, until: Option<u64>) -> bool {
        let mut woken = Woken::Notified;
        if !self.notified.load(Relaxed) {
            elsewhere::waits();
            woken = run::wait(self.key(), until.map_or(Patience::Endless, Patience::Until));
            trace::goes_on(self.thread);
        } else {
            run::give_way();
        }
        self.notified.store(false, Relaxed);
        woken == Woken::TimeIsUp
    }

    fn key(&self) -> usize {
        real_std::ptr::from_ref(self).addr()
    }
}

/// So many places, for one thread each.
#[derive(Debug)]
pub struct Places {
    free: AtomicUsize,
}

impl Places {
    /// Of which so many are free.
    pub fn new(free: usize) -> Self {
        Places { free: AtomicUsize::new(free) }
    }

    /// Waits for a free place and takes it, unless `given_up` says that it is not needed any more; false if so.
    pub fn take(&self, what: &str, given_up: impl Fn() -> bool) -> bool {
        let me = run::me();
        while self.free.load(Relaxed) == 0 {
            if given_up() {
                trace::goes_on(me);
                return false;
            }
            trace::waits(me, Location::caller(), "await", None, Cause::Other(what.to_owned()));
            run::wait(self.key(), Patience::Endless);
        }
        trace::goes_on(me);
        self.free.fetch_sub(1, Relaxed);
        true
    }

    /// Gives places back, or makes new ones.
    pub fn add(&self, places: usize) {
        self.free.fetch_add(places, Relaxed);
        self.look_again();
    }

    /// Lets those who wait see whether they are given up.
    pub fn look_again(&self) {
        if run::is_running() {
            run::wake(self.key());
        }
    }

    fn key(&self) -> usize {
        real_std::ptr::from_ref(self).addr()
    }
}

/// A point at which another thread may run.
pub fn switch() {
    run::switch();
}

/// A point at which other threads should run first, if any can.
pub fn give_way() {
    run::give_way();
}

/// Which of so many things happens, of which the first needs no reason.
pub fn choose(outcomes: usize) -> usize {
    run::choose(outcomes, UNLIKELY)
}

/// The virtual time in nanoseconds since the execution began.
pub fn now() -> u64 {
    run::now()
}

/// The number of the execution, unlike that of any other in this process.
pub fn execution() -> u32 {
    trace::execution()
}

/// The number of the thread that runs.
pub fn current_thread() -> usize {
    run::me()
}

/// Whether an execution runs, and not only what is left of one is dropped.
pub fn is_running() -> bool {
    run::is_running()
}

/// Runs a function of the learner's, and catches its panic.
///
/// # Errors
/// The payload of the panic.
pub fn catch<R>(function: impl FnOnce() -> R) -> crate::thread::Result<R> {
    panics::catch(function)
}
