// wrong: opens between the look of a thread and its wait, so that the notification comes too early

use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::{Condvar, Mutex};

#[derive(Default)]
pub struct Gate {
    open: AtomicBool,
    lock: Mutex<()>,
    opened: Condvar,
}

impl Gate {
    pub fn open(&self) {
        self.open.store(true, SeqCst); //~ store
        self.opened.notify_all(); //~ notify_all
    }

    pub fn wait(&self) {
        let mut guard = self.lock.lock().unwrap();
        while !self.open.load(SeqCst) {
            guard = self.opened.wait(guard).unwrap(); //~ wait
        }
    }
}
