// right: the n-th atom of hydrogen belongs to group n / 2, the n-th of oxygen to group n; groups bond in turn

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
    bonds: usize,
}

impl Factory {
    pub fn new() -> Self {
        Self::default()
    }

    fn bond(&self, mut state: std::sync::MutexGuard<'_, State>, group: usize, bond: impl FnOnce()) {
        let is_my_turn =
            |state: &State| state.hydrogen >= 2 * (group + 1) && state.oxygen > group && state.bonds >= 3 * group;
        self.changed.notify_all();
        while !is_my_turn(&state) {
            state = self.changed.wait(state).unwrap();
        }
        drop(state);
        bond();
        self.state.lock().unwrap().bonds += 1;
        self.changed.notify_all();
    }

    pub fn hydrogen(&self, bond: impl FnOnce()) {
        let mut state = self.state.lock().unwrap();
        let group = state.hydrogen / 2;
        state.hydrogen += 1;
        self.bond(state, group, bond);
    }

    pub fn oxygen(&self, bond: impl FnOnce()) {
        let mut state = self.state.lock().unwrap();
        let group = state.oxygen;
        state.oxygen += 1;
        self.bond(state, group, bond);
    }
}
