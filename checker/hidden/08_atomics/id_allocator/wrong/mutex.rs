// wrong: a mutex makes the three steps one, and takes more than two bytes
// finding: misuse/two_bytes: use_refused

use std::sync::Mutex;

pub struct Ids {
    next: Mutex<u8>,
    limit: u8,
}

impl Ids {
    pub fn new(limit: u8) -> Self {
        Ids { next: Mutex::new(0), limit }
    }

    pub fn allocate(&self) -> Option<u8> {
        let mut next = self.next.lock().unwrap();
        if *next == self.limit {
            return None;
        }
        *next += 1;
        Some(*next - 1)
    }
}
