// right: the number in an atomic that is only written under the lock, with a look at it before the lock is taken

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Condvar, Mutex};

const SHUT: u64 = u64::MAX;

pub struct Gate {
    number: AtomicU64,
    lock: Mutex<()>,
    opened: Condvar,
}

impl Gate {
    pub fn new() -> Self {
        Gate { number: AtomicU64::new(SHUT), lock: Mutex::new(()), opened: Condvar::new() }
    }

    pub fn open(&self, n: u32) {
        let guard = self.lock.lock().unwrap();
        let _ = self.number.compare_exchange(SHUT, n.into(), Ordering::SeqCst, Ordering::SeqCst);
        drop(guard);
        self.opened.notify_all();
    }

    pub fn wait(&self) -> u32 {
        let number = || u32::try_from(self.number.load(Ordering::SeqCst)).ok();
        if let Some(n) = number() {
            return n;
        }
        let mut guard = self.lock.lock().unwrap();
        loop {
            match number() {
                Some(n) => return n,
                None => guard = self.opened.wait(guard).unwrap(),
            }
        }
    }
}
