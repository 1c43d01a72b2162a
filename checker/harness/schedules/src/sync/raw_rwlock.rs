//! All of a read-write lock but its value, so that it is compiled once and not for each type of value.

use real_std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::Relaxed};

use threadlings_trace::{Caller, Cause, Identity, Reset, gives_back, goes_on, takes, waits};

use super::key;
use super::poison::Poison;
use crate::engine::run::{self, Patience};
use crate::engine::sensitivity::{self, Notice};

#[derive(Debug)]
pub(super) struct RawRwLock {
    pub(super) identity: Identity,
    reset: Reset,
    state: State,
}

#[derive(Debug)]
struct State {
    readers: AtomicUsize,
    written: AtomicBool,
    waiting_writers: AtomicUsize,
    poison: Poison,
}

/// Cost of a reader being held up by a writer who does not write yet.
const WRITER_FIRST: u32 = 1;

impl RawRwLock {
    pub(super) const fn new(made: Caller) -> Self {
        let state = State {
            readers: AtomicUsize::new(0),
            written: AtomicBool::new(false),
            waiting_writers: AtomicUsize::new(0),
            poison: Poison::new(),
        };
        RawRwLock { identity: Identity::new("RwLock", made), reset: Reset::new(), state }
    }

    fn state(&self) -> &State {
        self.reset.before_use(&raw const self.state);
        &self.state
    }

    pub(super) fn poison(&self) -> &Poison {
        &self.state().poison
    }

    pub(super) fn is_written(&self) -> bool {
        self.state().written.load(Relaxed)
    }

    fn is_used(&self) -> bool {
        self.is_written() || self.state().readers.load(Relaxed) > 0
    }

    /// Std does not say whether a reader comes in while a writer waits, so either may happen.
    pub(super) fn read(&self, caller: Caller) {
        self.state();
        run::switch();
        let a_writer_waits = self.state().waiting_writers.load(Relaxed) > 0 && !self.is_written();
        let behind_writers = a_writer_waits && run::choose(2, WRITER_FIRST) == 1;
        self.wait_while("read", caller, || {
            self.is_written() || behind_writers && self.state().waiting_writers.load(Relaxed) > 0
        });
        self.begin_read(caller);
    }

    pub(super) fn write(&self, caller: Caller) {
        self.state();
        run::switch();
        self.state().waiting_writers.fetch_add(1, Relaxed);
        self.wait_while("write", caller, || self.is_used());
        self.state().waiting_writers.fetch_sub(1, Relaxed);
        self.begin_write(caller);
    }

    pub(super) fn try_read(&self, caller: Caller) -> bool {
        sensitivity::add(Notice::HeldLocks);
        self.state();
        run::switch();
        let free = !self.is_written();
        if free {
            self.begin_read(caller);
        }
        free
    }

    pub(super) fn try_write(&self, caller: Caller) -> bool {
        sensitivity::add(Notice::HeldLocks);
        self.state();
        run::switch();
        let free = !self.is_used();
        if free {
            self.begin_write(caller);
        }
        free
    }

    pub(super) fn unlock_read(&self) {
        self.state().readers.fetch_sub(1, Relaxed);
        self.given_back();
    }

    pub(super) fn unlock_write(&self) {
        self.state().written.store(false, Relaxed);
        self.given_back();
    }

    /// The thread that writes goes on as a reader.
    pub(super) fn downgrade(&self) {
        self.state().written.store(false, Relaxed);
        self.state().readers.fetch_add(1, Relaxed);
        run::wake(key(self));
    }

    fn begin_read(&self, caller: Caller) {
        self.state().readers.fetch_add(1, Relaxed);
        takes(run::me(), caller, &self.identity);
    }

    fn begin_write(&self, caller: Caller) {
        self.state().written.store(true, Relaxed);
        takes(run::me(), caller, &self.identity);
    }

    fn given_back(&self) {
        gives_back(run::me(), &self.identity);
        run::wake(key(self));
    }

    fn wait_while(&self, operation: &'static str, caller: Caller, condition: impl Fn() -> bool) {
        let me = run::me();
        while condition() {
            waits(me, caller, operation, Some(&self.identity), Cause::Lock);
            run::wait(key(self), Patience::Endless);
        }
        goes_on(me);
    }
}
