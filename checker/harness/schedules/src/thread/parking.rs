//! Parking.

use real_std::panic::Location;
use real_std::sync::atomic::Ordering::Relaxed;
use real_std::time::Duration;

use threadlings_trace::{Caller, Cause, goes_on, step, waits};

use super::{current, until};
use crate::engine::run::{self, Patience, Woken};

/// Waits for an `unpark`. Like std's, it may wake up without one.
#[track_caller]
pub fn park() {
    park_with("park", || Patience::Light, Location::caller());
}

/// Waits for an `unpark`, or so long.
#[track_caller]
pub fn park_timeout(duration: Duration) {
    park_with("park_timeout", || until(duration), Location::caller());
}

fn park_with(operation: &'static str, patience: impl FnOnce() -> Patience, caller: Caller) {
    let thread = current();
    run::switch();
    let mut woken = Woken::Notified;
    if !thread.token().load(Relaxed) {
        waits(thread.number(), caller, operation, None, Cause::Unpark);
        woken = run::wait(thread.key(), patience());
        goes_on(thread.number());
    }
    thread.token().store(false, Relaxed);
    step(thread.number(), caller, operation, |step| {
        step.note(match woken {
            Woken::Notified => "goes on",
            Woken::TimeIsUp => "times out",
            Woken::Spuriously => "wakes up spuriously",
        });
    });
}
