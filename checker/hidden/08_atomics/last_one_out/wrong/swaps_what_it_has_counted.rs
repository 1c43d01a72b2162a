// wrong: a load and a swap are two steps: of two that count at the same time only one counts
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
        if self.left.swap(left.wrapping_sub(1), Ordering::AcqRel) == 1 {
            let on_last = self.on_last.lock().unwrap().take();
            if let Some(on_last) = on_last {
                on_last();
            }
        }
    }
}
