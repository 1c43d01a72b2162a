// wrong: wakes one atom when a group opens, though three may bond
// finding: two_of_hydrogen_and_one_of_oxygen: deadlock

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
            self.changed.notify_one();
        }
    }

    fn atom(&self, kind: usize, bond: impl FnOnce()) {
        let mut state = self.state.lock().unwrap();
        state.waiting[kind] += 1;
        self.open_group(&mut state);
        let mut state = self.changed.wait_while(state, |state| state.places[kind] == 0).unwrap();
        state.places[kind] -= 1;
        drop(state);
        bond();
        let mut state = self.state.lock().unwrap();
        state.to_bond -= 1;
        self.open_group(&mut state);
    }

    pub fn hydrogen(&self, bond: impl FnOnce()) {
        self.atom(0, bond);
    }

    pub fn oxygen(&self, bond: impl FnOnce()) {
        self.atom(1, bond);
    }
}
