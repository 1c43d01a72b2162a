// wrong: a thread that is slow to leave takes the next round for its own

use std::sync::{Condvar, Mutex};

pub struct Barrier {
    threads: usize,
    arrived: Mutex<usize>,
    complete: Condvar,
}

impl Barrier {
    pub fn new(threads: usize) -> Self {
        Barrier { threads, arrived: Mutex::new(0), complete: Condvar::new() }
    }

    pub fn wait(&self) {
        let mut arrived = self.arrived.lock().unwrap();
        *arrived += 1;
        if *arrived == self.threads {
            *arrived = 0;
            self.complete.notify_all(); //~ notify_all
        }
        while *arrived != 0 {
            arrived = self.complete.wait(arrived).unwrap(); //~ wait
        }
    }
}
