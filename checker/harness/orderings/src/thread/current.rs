//! Handles to threads, and what a thread does to itself.

use real_std::panic::Location;
use real_std::sync::Arc;
use real_std::time::Duration;

use loom::thread as engine_thread;
use threadlings_trace::Cause;

use crate::engine::execution;
use crate::record;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ThreadId(usize);

#[derive(Clone, Debug)]
pub struct Thread {
    engine: engine_thread::Thread,
    number: usize,
    name: Option<Arc<str>>,
}

impl Thread {
    pub(super) fn of(engine: engine_thread::Thread, number: usize, name: Option<Arc<str>>) -> Self {
        Thread { engine, number, name }
    }

    pub(super) fn number(&self) -> usize {
        self.number
    }

    pub fn id(&self) -> ThreadId {
        ThreadId(self.number)
    }

    pub fn name(&self) -> Option<&str> {
        if self.number == 0 { Some("main") } else { self.name.as_deref() }
    }

    #[track_caller]
    pub fn unpark(&self) {
        record::step(Location::caller(), "unpark", |step| {
            step.note(threadlings_trace::thread_name(self.number));
        });
        self.engine.unpark();
    }
}

pub fn current() -> Thread {
    let engine = engine_thread::current();
    let name = engine.name().map(Arc::from);
    Thread { engine, number: execution::current_thread(), name }
}

#[track_caller]
pub fn park() {
    let caller = Location::caller();
    record::blocking(caller, "park", None, Cause::Unpark, engine_thread::park);
    record::step(caller, "park", |_| ());
}

/// May time out whenever other threads have had a chance to run.
#[track_caller]
pub fn park_timeout(_: Duration) {
    record::step(Location::caller(), "park_timeout", |_| ());
    engine_thread::yield_now();
}
