// right: every thread knows which round it waits for

use std::sync::{Condvar, Mutex};

pub struct Barrier {
    threads: usize,
    /// How many have arrived, and in which round.
    arrived: Mutex<(usize, u64)>,
    complete: Condvar,
}

impl Barrier {
    pub fn new(threads: usize) -> Self {
        Barrier { threads, arrived: Mutex::default(), complete: Condvar::new() }
    }

    pub fn wait(&self) {
        let mut arrived = self.arrived.lock().unwrap();
        let round = arrived.1;
        arrived.0 += 1;
        if arrived.0 == self.threads {
            *arrived = (0, round + 1);
            self.complete.notify_all();
        }
        while arrived.1 == round {
            arrived = self.complete.wait(arrived).unwrap();
        }
    }
}
