// wrong: one atom after the other comes in, and whoever does not fit waits in the door
// finding: what_is_left_over_keeps_nobody_back: deadlock

use std::sync::{Barrier, Condvar, Mutex};

pub struct Factory {
    door: Mutex<()>,
    free: Mutex<[usize; 2]>,
    changed: Condvar,
    three: Barrier,
}

impl Factory {
    pub fn new() -> Self {
        Factory { door: Mutex::new(()), free: Mutex::new([2, 1]), changed: Condvar::new(), three: Barrier::new(3) }
    }

    fn atom(&self, kind: usize, bond: impl FnOnce()) {
        {
            let _door = self.door.lock().unwrap();
            let free = self.free.lock().unwrap();
            self.changed.wait_while(free, |free| free[kind] == 0).unwrap()[kind] -= 1;
        }
        self.three.wait();
        bond();
        self.three.wait();
        self.free.lock().unwrap()[kind] += 1;
        self.changed.notify_all();
    }

    pub fn hydrogen(&self, bond: impl FnOnce()) {
        self.atom(0, bond);
    }

    pub fn oxygen(&self, bond: impl FnOnce()) {
        self.atom(1, bond);
    }
}
