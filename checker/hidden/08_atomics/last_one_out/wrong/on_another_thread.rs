// wrong: calls `on_last` on a thread of its own
// finding: on_last_stays_on_the_thread: wrong_result

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

#[derive(Debug)]
pub struct Latch<F> {
    left: AtomicUsize,
    on_last: Mutex<Option<F>>,
}

impl<F: FnOnce() + Send> Latch<F> {
    pub fn new(n: usize, on_last: F) -> Self {
        Latch { left: AtomicUsize::new(n), on_last: Mutex::new(Some(on_last)) }
    }

    pub fn arrive(&self) {
        if self.left.fetch_sub(1, Ordering::AcqRel) == 1 {
            let on_last = self.on_last.lock().unwrap().take();
            let f = on_last.expect("only one");
            std::thread::scope(|s| {
                s.spawn(f);
            });
        }
    }
}
