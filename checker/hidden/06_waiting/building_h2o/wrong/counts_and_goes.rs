// wrong: lets a group go as soon as three are there, also when the bonds of the last one are still on
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
    oxygen: usize,
    hydrogen_may_go: usize,
    oxygen_may_go: usize,
}

impl Factory {
    pub fn new() -> Self {
        Self::default()
    }

    fn form_group(&self, state: &mut State) {
        if state.hydrogen >= 2 && state.oxygen >= 1 {
            state.hydrogen -= 2;
            state.oxygen -= 1;
            state.hydrogen_may_go += 2;
            state.oxygen_may_go += 1;
            self.changed.notify_all();
        }
    }

    pub fn hydrogen(&self, bond: impl FnOnce()) {
        let mut state = self.state.lock().unwrap();
        state.hydrogen += 1;
        self.form_group(&mut state);
        let mut state = self.changed.wait_while(state, |state| state.hydrogen_may_go == 0).unwrap();
        state.hydrogen_may_go -= 1;
        drop(state);
        bond();
    }

    pub fn oxygen(&self, bond: impl FnOnce()) {
        let mut state = self.state.lock().unwrap();
        state.oxygen += 1;
        self.form_group(&mut state);
        let mut state = self.changed.wait_while(state, |state| state.oxygen_may_go == 0).unwrap();
        state.oxygen_may_go -= 1;
        drop(state);
        bond();
    }
}
