// wrong: tries the exchange a second time, and then gives up
// finding: one_arrives_while_another_arrives_twice: wrong_result

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
        let left = self.left.load(Ordering::Acquire);
        let mut arrived = self.left.compare_exchange(left, left.wrapping_sub(1), Ordering::AcqRel, Ordering::Acquire);
        if let Err(left) = arrived {
            arrived = self.left.compare_exchange(left, left.wrapping_sub(1), Ordering::AcqRel, Ordering::Acquire);
        }
        if arrived == Ok(1) {
            let on_last = self.on_last.lock().unwrap().take();
            on_last.unwrap()();
        }
    }
}
