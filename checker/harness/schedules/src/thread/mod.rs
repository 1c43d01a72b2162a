//! [`std::thread`](real_std::thread) over modelled threads.

pub(crate) mod builder;
pub(crate) mod handle;
pub(crate) mod local;
pub(crate) mod machine;
mod parking;
mod scope;

use real_std::panic::Location;
use real_std::time::Duration;

use threadlings_trace::{Caller, Identity, repeats, step};

use crate::engine::run::{self, Patience};

pub use builder::{Builder, spawn};
pub use handle::{JoinHandle, Thread, ThreadId, current};
pub use local::{AccessError, LocalKey};
pub use machine::available_parallelism;
pub use parking::{park, park_timeout};
pub use real_std::thread::Result;
pub use scope::{Scope, ScopedJoinHandle, scope};

/// Lets other threads run.
#[track_caller]
pub fn yield_now() {
    give_way("yield_now", Location::caller());
}

/// Lets virtual time pass; other threads run meanwhile, but how far they come is anybody's guess.
#[track_caller]
pub fn sleep(duration: Duration) {
    let (caller, me) = (Location::caller(), run::me());
    step(me, caller, "sleep", |step| {
        step.read_debug(&duration);
    });
    run::wait(run::nothing(), until(duration));
    step(me, caller, "sleep", |step| {
        step.note("wakes up");
    });
}

/// Whether the current modelled thread is unwinding a panic.
pub fn panicking() -> bool {
    if run::is_running() { run::is_panicking() } else { real_std::thread::panicking() }
}

pub(crate) fn give_way(operation: &'static str, caller: Caller) {
    run::give_way();
    step(run::me(), caller, operation, |step| {
        step.dull();
    });
}

/// Waiting that lasts so long at most. A wait that outlasts the clock has no end.
pub(crate) fn until(duration: Duration) -> Patience {
    let nanoseconds = u64::try_from(duration.as_nanos()).ok();
    match nanoseconds.and_then(|nanoseconds| run::now().checked_add(nanoseconds)) {
        Some(deadline) => Patience::Until(deadline),
        None => Patience::Light,
    }
}

/// A try that failed is likely to be repeated: whoever repeats it at once waits for another thread.
#[doc(hidden)]
pub fn give_way_if_repeated(caller: Caller, object: &Identity) {
    if repeats(run::me(), caller, object, 0) {
        run::give_way();
    }
}
