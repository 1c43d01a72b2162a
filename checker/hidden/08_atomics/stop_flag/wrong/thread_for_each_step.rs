// wrong: a new thread for each step
// finding: progress_counts_steps_that_have_returned: wrong_result

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread::{self, JoinHandle};

#[derive(Debug, Default)]
struct Shared {
    stop: AtomicBool,
    steps: AtomicU64,
}

#[derive(Debug)]
pub struct Ticker {
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

impl Ticker {
    pub fn start(mut step: impl FnMut() + Send + 'static) -> Ticker {
        let shared = Arc::new(Shared::default());
        let theirs = Arc::clone(&shared);
        let thread = thread::spawn(move || {
            while !theirs.stop.load(Ordering::Relaxed) {
                thread::scope(|s| {
                    s.spawn(|| step());
                });
                theirs.steps.fetch_add(1, Ordering::Relaxed);
            }
        });
        Ticker { shared, thread: Some(thread) }
    }

    pub fn progress(&self) -> u64 {
        self.shared.steps.load(Ordering::Relaxed)
    }

    pub fn stop(mut self) -> u64 {
        self.end();
        self.progress()
    }

    fn end(&mut self) {
        self.shared.stop.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            thread.join().ok();
        }
    }
}

impl Drop for Ticker {
    fn drop(&mut self) {
        self.end();
    }
}
