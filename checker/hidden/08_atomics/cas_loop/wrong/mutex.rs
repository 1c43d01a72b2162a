// wrong: a mutex, which is not allowed here
// finding: compile: forbidden

use std::sync::Mutex;

pub struct Peak {
    best: Mutex<(u32, u32)>,
}

impl Peak {
    pub fn new() -> Self {
        Peak { best: Mutex::new((u32::MAX, 0)) }
    }

    pub fn record(&self, at: u32, value: u32) {
        let mut best = self.best.lock().unwrap();
        if value > best.1 || value == best.1 && at < best.0 {
            *best = (at, value);
        }
    }

    pub fn best(&self) -> (u32, u32) {
        *self.best.lock().unwrap()
    }
}
