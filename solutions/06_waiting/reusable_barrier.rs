//! # A barrier that can be used again
//!
//! The count of this round goes up and down and up again, so a thread that was away cannot tell from it whether its own
//! round is over. The number of the round only ever grows. Whoever wants to know whether its round is over compares the
//! number with the one it came in with.

use std::sync::{Condvar, Mutex};

/// A place where threads wait for each other, round after round.
pub struct MyBarrier {
    n: usize,
    state: Mutex<State>,
    round_over: Condvar,
}

#[derive(Default)]
struct State {
    arrived: usize,
    /// How many rounds are over. It may wrap around: nobody can be a whole turn of `usize` late.
    round: usize,
}

impl MyBarrier {
    /// A barrier for `n` threads.
    pub fn new(n: usize) -> Self {
        MyBarrier { n, state: Mutex::default(), round_over: Condvar::new() }
    }

    /// Waits until all have arrived; `true` for one of them.
    pub fn wait(&self) -> bool {
        let mut state = self.state.lock().unwrap();
        state.arrived += 1;
        if state.arrived == self.n {
            // The last to arrive ends the round, in one step under the lock: whoever comes next is in a new one. It is
            // also the natural leader, since there is exactly one.
            state.arrived = 0;
            state.round = state.round.wrapping_add(1);
            self.round_over.notify_all();
            return true;
        }
        let mine = state.round;
        // True for good once it is true: no wakeup can come too late to see it, and none that nobody sent ends the
        // wait.
        drop(self.round_over.wait_while(state, |state| state.round == mine).unwrap());
        false
    }
}
