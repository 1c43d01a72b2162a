//! Barriers.

use real_std::fmt;
use real_std::panic::Location;
use real_std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use threadlings_trace::{Cause, Identity, Reset, goes_on, step, waits};

use super::key;
use crate::engine::run::{self, Patience};

/// [`std::sync::Barrier`](real_std::sync::Barrier).
pub struct Barrier {
    needed: usize,
    identity: Identity,
    reset: Reset,
    state: State,
}

struct State {
    arrived: AtomicUsize,
    /// How often all threads had arrived.
    round: AtomicUsize,
}

impl Barrier {
    /// A barrier for so many threads.
    #[track_caller]
    pub const fn new(threads: usize) -> Self {
        let state = State { arrived: AtomicUsize::new(0), round: AtomicUsize::new(0) };
        Barrier { needed: threads, identity: Identity::new("Barrier", Location::caller()), reset: Reset::new(), state }
    }

    fn state(&self) -> &State {
        self.reset.before_use(&raw const self.state);
        &self.state
    }

    /// Waits until all threads have arrived.
    #[track_caller]
    pub fn wait(&self) -> BarrierWaitResult {
        let (caller, me) = (Location::caller(), run::me());
        self.state();
        run::switch();
        let round = self.state().round.load(Relaxed);
        let arrived = self.state().arrived.fetch_add(1, Relaxed) + 1;
        step(me, caller, "wait", |step| {
            step.on(&self.identity).note(format!("arrives as number {arrived} of {}", self.needed));
        });
        let leader = arrived >= self.needed;
        if leader {
            self.state().arrived.store(0, Relaxed);
            self.state().round.store(round.wrapping_add(1), Relaxed);
            run::wake(key(self));
        } else {
            while self.state().round.load(Relaxed) == round {
                waits(me, caller, "wait", Some(&self.identity), Cause::Barrier { needed: self.needed });
                run::wait(key(self), Patience::Endless);
            }
            goes_on(me);
        }
        BarrierWaitResult { leader }
    }
}

impl fmt::Debug for Barrier {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Barrier").finish_non_exhaustive()
    }
}

/// [`std::sync::BarrierWaitResult`](real_std::sync::BarrierWaitResult).
#[derive(Debug)]
pub struct BarrierWaitResult {
    leader: bool,
}

impl BarrierWaitResult {
    /// Whether this is the one thread of its round that is the leader.
    pub fn is_leader(&self) -> bool {
        self.leader
    }
}
