//! # Quiz 3: water
//!
//! All that may happen and all that must not is about one state: who has come, and what of the current group is still
//! to do. It lies behind one mutex, and every thread sleeps until the state says that it is its turn. Such a group of
//! state, lock and condition is called a monitor. It is rarely the fastest answer, and nearly always the one that can
//! be checked by reading.

use std::sync::{Condvar, Mutex};

/// Makes molecules of water out of threads.
#[derive(Default)]
pub struct Factory {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    /// Atoms that have come and belong to no group yet.
    waiting: Group,
    /// Places in the current group that nobody has taken yet.
    places: Group,
    /// Bonds of the current group that are not done yet.
    to_bond: usize,
}

#[derive(Default)]
struct Group {
    hydrogen: usize,
    oxygen: usize,
}

impl State {
    /// Opens the next group if the last one is done, and if there are enough atoms for it.
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
    /// A factory in which nobody waits.
    pub fn new() -> Self {
        Self::default()
    }

    /// One atom of hydrogen: waits for its group, and bonds.
    pub fn hydrogen(&self, bond: impl FnOnce()) {
        self.atom(|group| &mut group.hydrogen, bond);
    }

    /// One atom of oxygen: waits for its group, and bonds.
    pub fn oxygen(&self, bond: impl FnOnce()) {
        self.atom(|group| &mut group.oxygen, bond);
    }

    fn atom(&self, of_my_kind: fn(&mut Group) -> &mut usize, bond: impl FnOnce()) {
        let mut state = self.state.lock().unwrap();
        *of_my_kind(&mut state.waiting) += 1;
        self.tell_if(state.open_group());
        // Any atom of the kind may take the place: it makes no difference which of them bonds first.
        let mut state = self.changed.wait_while(state, |state| *of_my_kind(&mut state.places) == 0).unwrap();
        *of_my_kind(&mut state.places) -= 1;
        drop(state);

        // Code of somebody else's, so without the lock.
        bond();

        // The next group opens only when the third bond of this one is done.
        let mut state = self.state.lock().unwrap();
        state.to_bond -= 1;
        self.tell_if(state.open_group());
    }

    /// Atoms of both kinds wait at one condition variable, and three of them may go on: all are woken.
    fn tell_if(&self, a_group_is_open: bool) {
        if a_group_is_open {
            self.changed.notify_all();
        }
    }
}
