// right: counts up to `n`, everything SeqCst

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

pub struct Latch<F> {
    arrived: AtomicUsize,
    n: usize,
    on_last: Mutex<Option<F>>,
}

impl<F: FnOnce() + Send> Latch<F> {
    pub fn new(n: usize, on_last: F) -> Self {
        Latch { arrived: AtomicUsize::new(0), n, on_last: Mutex::new(Some(on_last)) }
    }

    pub fn arrive(&self) {
        if self.arrived.fetch_add(1, Ordering::SeqCst) + 1 == self.n {
            let on_last = self.on_last.lock().unwrap().take();
            on_last.unwrap()();
        }
    }
}
