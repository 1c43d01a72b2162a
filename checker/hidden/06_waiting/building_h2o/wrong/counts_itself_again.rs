// wrong: an atom that wakes up and finds no place gets in line once more, and then counts for two
// finding: oxygen_waits_for_hydrogen: wrong_result

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
        loop {
            state.waiting[kind] += 1;
            self.open_group(&mut state);
            if state.places[kind] > 0 {
                break;
            }
            state = self.changed.wait(state).unwrap();
            if state.places[kind] > 0 {
                break;
            }
        }
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
