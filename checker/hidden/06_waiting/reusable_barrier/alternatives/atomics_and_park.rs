// right: atomics for the count and the round, and a list of parked threads

use std::mem;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{self, Thread};

pub struct MyBarrier {
    n: usize,
    arrived: AtomicUsize,
    round: AtomicUsize,
    sleepers: Mutex<Vec<Thread>>,
}

impl MyBarrier {
    pub fn new(n: usize) -> Self {
        MyBarrier { n, arrived: AtomicUsize::new(0), round: AtomicUsize::new(0), sleepers: Mutex::default() }
    }

    pub fn wait(&self) -> bool {
        let mine = self.round.load(Ordering::SeqCst);
        // In the list before it is counted: the last to arrive finds everybody there.
        self.sleepers.lock().unwrap().push(thread::current());
        if self.arrived.fetch_add(1, Ordering::SeqCst) + 1 == self.n {
            let sleepers = mem::take(&mut *self.sleepers.lock().unwrap());
            self.arrived.store(0, Ordering::SeqCst);
            self.round.store(mine.wrapping_add(1), Ordering::SeqCst);
            sleepers.iter().for_each(Thread::unpark);
            return true;
        }
        while self.round.load(Ordering::SeqCst) == mine {
            thread::park();
        }
        false
    }
}
