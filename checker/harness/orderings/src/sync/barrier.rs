//! `Barrier`, made of a lock and a condition variable, as std's is.

use real_std::fmt;
use real_std::panic::Location;

use threadlings_trace::{Cause, Identity};

use super::mutex::take;
use super::{Condvar, Mutex};
use crate::record;

pub struct Barrier {
    identity: Identity,
    needed: usize,
    state: Mutex<State>,
    full: Condvar,
}

struct State {
    arrived: usize,
    round: usize,
}

#[derive(Debug)]
pub struct BarrierWaitResult(bool);

impl BarrierWaitResult {
    pub fn is_leader(&self) -> bool {
        self.0
    }
}

impl Barrier {
    #[track_caller]
    pub const fn new(needed: usize) -> Self {
        Barrier {
            identity: Identity::new("Barrier", Location::caller()),
            needed,
            state: Mutex::new(State { arrived: 0, round: 0 }),
            full: Condvar::new(),
        }
    }

    #[track_caller]
    pub fn wait(&self) -> BarrierWaitResult {
        let caller = Location::caller();
        let cause = Cause::Barrier { needed: self.needed };
        let leader = record::blocking(caller, "wait", Some(&self.identity), cause, || self.arrive());
        record::step(caller, "wait", |step| {
            step.on(&self.identity);
        });
        BarrierWaitResult(leader)
    }

    fn arrive(&self) -> bool {
        let mut state = take(self.state.lock());
        state.arrived += 1;
        if state.arrived >= self.needed {
            state.arrived = 0;
            state.round = state.round.wrapping_add(1);
            self.full.notify_all();
            return true;
        }
        let round = state.round;
        while state.round == round {
            state = take(self.full.wait(state));
        }
        false
    }
}

impl fmt::Debug for Barrier {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Barrier").finish_non_exhaustive()
    }
}
