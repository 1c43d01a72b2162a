// wrong: demands bonds that could be called again
// finding: compile: interface

use std::sync::{Condvar, Mutex};

#[derive(Default)]
pub struct Factory {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    waiting: Group,
    places: Group,
    to_bond: usize,
}

#[derive(Default)]
struct Group {
    hydrogen: usize,
    oxygen: usize,
}

impl State {
    fn open_group(&mut self) -> bool {
        let is_complete = self.to_bond == 0 && self.waiting.hydrogen >= 2 && self.waiting.oxygen >= 1;
        if is_complete {
            self.waiting.hydrogen -= 2;
            self.waiting.oxygen -= 1;
            self.places = Group { hydrogen: 2, oxygen: 1 };
            self.to_bond = 3;
        }
        is_complete
    }
}

impl Factory {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn hydrogen(&self, mut bond: impl FnMut()) {
        self.atom(|group| &mut group.hydrogen, &mut bond);
    }

    pub fn oxygen(&self, mut bond: impl FnMut()) {
        self.atom(|group| &mut group.oxygen, &mut bond);
    }

    fn atom(&self, of_my_kind: fn(&mut Group) -> &mut usize, bond: impl FnOnce()) {
        let mut state = self.state.lock().unwrap();
        *of_my_kind(&mut state.waiting) += 1;
        self.tell_if(state.open_group());
        let mut state = self.changed.wait_while(state, |state| *of_my_kind(&mut state.places) == 0).unwrap();
        *of_my_kind(&mut state.places) -= 1;
        drop(state);

        bond();

        let mut state = self.state.lock().unwrap();
        state.to_bond -= 1;
        self.tell_if(state.open_group());
    }

    fn tell_if(&self, a_group_is_open: bool) {
        if a_group_is_open {
            self.changed.notify_all();
        }
    }
}
