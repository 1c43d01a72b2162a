// right: the number is an atomic, changed by compare-and-swap; a list of parked threads beside it

use std::collections::VecDeque;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{self, Thread};

pub struct Semaphore {
    free: AtomicUsize,
    sleepers: Mutex<VecDeque<Thread>>,
}

pub struct Permit<'a> {
    semaphore: &'a Semaphore,
}

impl Semaphore {
    pub fn new(n: usize) -> Self {
        Semaphore { free: AtomicUsize::new(n), sleepers: Mutex::default() }
    }

    fn take_one(&self) -> bool {
        let one_less = |free: usize| free.checked_sub(1);
        self.free.fetch_update(Ordering::SeqCst, Ordering::SeqCst, one_less).is_ok()
    }

    pub fn acquire(&self) -> Permit<'_> {
        loop {
            if self.take_one() {
                return Permit { semaphore: self };
            }
            self.sleepers.lock().unwrap().push_back(thread::current());
            // Looks again: a permit may have come back before this thread stood in the list.
            if self.take_one() {
                // It may have been called meanwhile, for a permit that another one could use.
                let me = thread::current().id();
                let mut sleepers = self.sleepers.lock().unwrap();
                match sleepers.iter().position(|sleeper| sleeper.id() == me) {
                    Some(place) => drop(sleepers.remove(place)),
                    None => sleepers.pop_front().iter().for_each(Thread::unpark),
                }
                return Permit { semaphore: self };
            }
            thread::park();
            // Whoever wakes up by itself still stands in the list.
            let me = thread::current().id();
            self.sleepers.lock().unwrap().retain(|sleeper| sleeper.id() != me);
        }
    }

    pub fn try_acquire(&self) -> Option<Permit<'_>> {
        self.take_one().then(|| Permit { semaphore: self })
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        self.semaphore.free.fetch_add(1, Ordering::SeqCst);
        if let Some(sleeper) = self.semaphore.sleepers.lock().unwrap().pop_front() {
            sleeper.unpark();
        }
    }
}
