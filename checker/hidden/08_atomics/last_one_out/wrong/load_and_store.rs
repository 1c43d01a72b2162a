// wrong: subtracts in two steps, so that one arrival may get lost
// finding: two_arrive_at_the_same_time: wrong_result

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

pub struct Latch<F> {
    left: AtomicUsize,
    on_last: Mutex<Option<F>>,
}

impl<F: FnOnce() + Send> Latch<F> {
    pub fn new(n: usize, on_last: F) -> Self {
        Latch { left: AtomicUsize::new(n), on_last: Mutex::new(Some(on_last)) }
    }

    pub fn arrive(&self) {
        let left = self.left.load(Ordering::SeqCst).wrapping_sub(1);
        self.left.store(left, Ordering::SeqCst);
        if left == 0 {
            let on_last = self.on_last.lock().unwrap().take();
            on_last.unwrap()();
        }
    }
}
