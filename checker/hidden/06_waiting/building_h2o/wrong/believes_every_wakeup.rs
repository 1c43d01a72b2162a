// wrong: an atom that wakes up takes a place without a look whether there is one
// finding: hydrogen_waits_for_oxygen: wrong_result

use std::sync::{Condvar, Mutex};

#[derive(Default)]
pub struct Factory {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    waiting: [usize; 2],
    places: [usize; 2],
    to_bond: usize,
}

impl Factory {
    pub fn new() -> Self {
        Self::default()
    }

    fn open_group(&self, state: &mut State) {
        if state.to_bond == 0 && state.waiting[0] >= 2 && state.waiting[1] >= 1 {
            state.waiting[0] -= 2;
            state.waiting[1] -= 1;
            state.places = [2, 1];
            state.to_bond = 3;
            self.changed.notify_all();
        }
    }

    fn atom(&self, kind: usize, bond: impl FnOnce()) {
        let mut state = self.state.lock().unwrap();
        state.waiting[kind] += 1;
        self.open_group(&mut state);
        if state.places[kind] == 0 {
            state = self.changed.wait(state).unwrap();
        }
        state.places[kind] = state.places[kind].saturating_sub(1);
        drop(state);
        bond();
        let mut state = self.state.lock().unwrap();
        state.to_bond = state.to_bond.saturating_sub(1);
        self.open_group(&mut state);
    }

    pub fn hydrogen(&self, bond: impl FnOnce()) {
        self.atom(0, bond);
    }

    pub fn oxygen(&self, bond: impl FnOnce()) {
        self.atom(1, bond);
    }
}
