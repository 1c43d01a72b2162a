// right: two places for hydrogen and one for oxygen, given back after the bond, and a barrier for those inside

use std::sync::{Barrier, Condvar, Mutex};

struct Places {
    free: Mutex<usize>,
    given_back: Condvar,
}

impl Places {
    fn new(free: usize) -> Self {
        Places { free: Mutex::new(free), given_back: Condvar::new() }
    }

    fn acquire(&self) {
        let free = self.free.lock().unwrap();
        *self.given_back.wait_while(free, |free| *free == 0).unwrap() -= 1;
    }

    fn release(&self) {
        *self.free.lock().unwrap() += 1;
        self.given_back.notify_one();
    }
}

pub struct Factory {
    hydrogen: Places,
    oxygen: Places,
    inside: Barrier,
}

impl Factory {
    pub fn new() -> Self {
        Factory { hydrogen: Places::new(2), oxygen: Places::new(1), inside: Barrier::new(3) }
    }

    fn bond(&self, places: &Places, bond: impl FnOnce()) {
        places.acquire();
        self.inside.wait();
        bond();
        places.release();
    }

    pub fn hydrogen(&self, bond: impl FnOnce()) {
        self.bond(&self.hydrogen, bond);
    }

    pub fn oxygen(&self, bond: impl FnOnce()) {
        self.bond(&self.oxygen, bond);
    }
}
