// wrong: counts those who wait no further than one group needs
// finding: what_is_left_over_keeps_nobody_back: deadlock

use std::sync::{Condvar, Mutex};

#[derive(Default)]
pub struct Factory {
    state: Mutex<State>,
    places: [Condvar; 2],
}

#[derive(Default)]
struct State {
    waiting: [usize; 2],
    places: [usize; 2],
    to_bond: usize,
}

const NEEDED: [usize; 2] = [2, 1];

impl Factory {
    pub fn new() -> Self {
        Self::default()
    }

    fn open_group(&self, state: &mut State) {
        if state.to_bond > 0 || (0..2).any(|kind| state.waiting[kind] < NEEDED[kind]) {
            return;
        }
        state.to_bond = 3;
        for kind in 0..2 {
            state.waiting[kind] -= NEEDED[kind];
            state.places[kind] = NEEDED[kind];
            for _ in 0..NEEDED[kind] {
                self.places[kind].notify_one();
            }
        }
    }

    fn atom(&self, kind: usize, bond: impl FnOnce()) {
        let mut state = self.state.lock().unwrap();
        state.waiting[kind] = NEEDED[kind].min(state.waiting[kind] + 1);
        self.open_group(&mut state);
        while state.places[kind] == 0 {
            state = self.places[kind].wait(state).unwrap();
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
