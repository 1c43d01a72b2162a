// right: several threads may find that all have come; only one of them gets the closure

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
        self.left.fetch_sub(1, Ordering::AcqRel);
        if self.left.load(Ordering::Acquire) == 0 {
            let on_last = self.on_last.lock().unwrap().take();
            if let Some(on_last) = on_last {
                on_last();
            }
        }
    }
}
