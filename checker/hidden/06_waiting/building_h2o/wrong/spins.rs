// wrong: looks again and again whether a group is there
// finding: hydrogen_waits_for_oxygen: livelock

use std::sync::Mutex;
use std::thread;

#[derive(Default)]
pub struct Factory {
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    waiting: [usize; 2],
    places: [usize; 2],
    to_bond: usize,
}

impl State {
    fn open_group(&mut self) {
        if self.to_bond == 0 && self.waiting[0] >= 2 && self.waiting[1] >= 1 {
            self.waiting[0] -= 2;
            self.waiting[1] -= 1;
            self.places = [2, 1];
            self.to_bond = 3;
        }
    }

    fn take_place(&mut self, kind: usize) -> bool {
        let is_free = self.places[kind] > 0;
        if is_free {
            self.places[kind] -= 1;
        }
        is_free
    }
}

impl Factory {
    pub fn new() -> Self {
        Self::default()
    }

    fn atom(&self, kind: usize, bond: impl FnOnce()) {
        {
            let mut state = self.state.lock().unwrap();
            state.waiting[kind] += 1;
            state.open_group();
        }
        while !self.state.lock().unwrap().take_place(kind) {
            thread::yield_now();
        }
        bond();
        let mut state = self.state.lock().unwrap();
        state.to_bond -= 1;
        state.open_group();
    }

    pub fn hydrogen(&self, bond: impl FnOnce()) {
        self.atom(0, bond);
    }

    pub fn oxygen(&self, bond: impl FnOnce()) {
        self.atom(1, bond);
    }
}
