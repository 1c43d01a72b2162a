// wrong: wakes up every millisecond to look
// finding: a_waiting_thread_sleeps: livelock

use std::sync::{Condvar, Mutex};

#[derive(Default)]
pub struct Gate {
    opening: Mutex<Option<u32>>,
    opened: Condvar,
}

impl Gate {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn open(&self, n: u32) {
        self.opening.lock().unwrap().get_or_insert(n);
        self.opened.notify_all();
    }

    pub fn wait(&self) -> u32 {
        let mut opening = self.opening.lock().unwrap();
        loop {
            if let Some(n) = *opening {
                return n;
            }
            opening = self.opened.wait_timeout(opening, std::time::Duration::from_millis(1)).unwrap().0;
        }
    }
}
