// right: limit and counter in one atomic of two bytes

use std::sync::atomic::{AtomicU16, Ordering};

pub struct Ids {
    both: AtomicU16,
}

impl Ids {
    pub fn new(limit: u8) -> Self {
        Ids { both: AtomicU16::new(u16::from_be_bytes([0, limit])) }
    }

    pub fn allocate(&self) -> Option<u8> {
        let mut both = self.both.load(Ordering::SeqCst);
        loop {
            let [next, limit] = both.to_be_bytes();
            if next == limit {
                return None;
            }
            let after = u16::from_be_bytes([next + 1, limit]);
            match self.both.compare_exchange(both, after, Ordering::SeqCst, Ordering::SeqCst) {
                Ok(_) => return Some(next),
                Err(now) => both = now,
            }
        }
    }
}
