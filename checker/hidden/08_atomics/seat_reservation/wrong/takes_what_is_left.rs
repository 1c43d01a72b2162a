// wrong: takes as many seats as there are, and says that it was enough
// finding: parties_of_one_thread: wrong_result

use std::sync::atomic::{AtomicU32, Ordering};

pub struct Seats {
    free: AtomicU32,
}

impl Seats {
    pub fn new(n: u32) -> Self {
        Seats { free: AtomicU32::new(n) }
    }

    pub fn reserve(&self, k: u32) -> bool {
        let fewer = |free: u32| Some(free.saturating_sub(k));
        self.free.fetch_update(Ordering::SeqCst, Ordering::SeqCst, fewer).is_ok()
    }

    pub fn left(&self) -> u32 {
        self.free.load(Ordering::SeqCst)
    }
}
