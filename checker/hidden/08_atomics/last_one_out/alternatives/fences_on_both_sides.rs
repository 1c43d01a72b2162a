// right: a fence on each side of a subtraction that orders nothing itself

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering, fence};

pub struct Latch<F> {
    left: AtomicUsize,
    on_last: Mutex<Option<F>>,
}

impl<F: FnOnce() + Send> Latch<F> {
    pub fn new(n: usize, on_last: F) -> Self {
        Latch { left: AtomicUsize::new(n), on_last: Mutex::new(Some(on_last)) }
    }

    pub fn arrive(&self) {
        fence(Ordering::SeqCst);
        let left = self.left.fetch_sub(1, Ordering::Relaxed);
        fence(Ordering::SeqCst);
        if left == 1 {
            let on_last = self.on_last.lock().unwrap().take();
            on_last.unwrap()();
        }
    }
}
