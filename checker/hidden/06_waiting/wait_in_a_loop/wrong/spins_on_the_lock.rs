// wrong: takes the lock, looks, gives it back and begins again
// finding: a_waiting_thread_sleeps: livelock

use std::sync::Mutex;

#[derive(Default)]
pub struct Gate {
    opening: Mutex<Option<u32>>,
}

impl Gate {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn open(&self, n: u32) {
        self.opening.lock().unwrap().get_or_insert(n);
    }

    pub fn wait(&self) -> u32 {
        loop {
            if let Some(n) = *self.opening.lock().unwrap() {
                return n;
            }
        }
    }
}
