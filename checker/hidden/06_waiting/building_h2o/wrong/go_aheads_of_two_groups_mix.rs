// wrong: the oxygen counts calls and hands out two go-aheads; whoever comes first takes them, of whatever group
// finding: two_groups_one_after_the_other: wrong_result

use std::sync::{Condvar, Mutex};

#[derive(Default)]
pub struct Factory {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    hydrogen: usize,
    go_ahead: usize,
}

impl Factory {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn hydrogen(&self, bond: impl FnOnce()) {
        let mut state = self.state.lock().unwrap();
        state.hydrogen += 1;
        self.changed.notify_all();
        let mut state = self.changed.wait_while(state, |state| state.go_ahead == 0).unwrap();
        state.go_ahead -= 1;
        drop(state);
        bond();
    }

    pub fn oxygen(&self, bond: impl FnOnce()) {
        let state = self.state.lock().unwrap();
        let mut state = self.changed.wait_while(state, |state| state.hydrogen < 2).unwrap();
        state.hydrogen -= 2;
        state.go_ahead += 2;
        self.changed.notify_all();
        drop(state);
        bond();
    }
}
