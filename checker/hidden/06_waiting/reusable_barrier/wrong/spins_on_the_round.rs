// wrong: looks at the number of the round until it changes
// finding: a_waiting_thread_sleeps: livelock

use std::hint;
use std::sync::atomic::{AtomicUsize, Ordering};

pub struct MyBarrier {
    n: usize,
    arrived: AtomicUsize,
    round: AtomicUsize,
}

impl MyBarrier {
    pub fn new(n: usize) -> Self {
        MyBarrier { n, arrived: AtomicUsize::new(0), round: AtomicUsize::new(0) }
    }

    pub fn wait(&self) -> bool {
        let mine = self.round.load(Ordering::SeqCst);
        if self.arrived.fetch_add(1, Ordering::SeqCst) + 1 == self.n {
            self.arrived.store(0, Ordering::SeqCst);
            self.round.fetch_add(1, Ordering::SeqCst);
            return true;
        }
        while self.round.load(Ordering::SeqCst) == mine {
            hint::spin_loop();
        }
        false
    }
}
