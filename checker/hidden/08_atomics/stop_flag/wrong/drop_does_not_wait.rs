// wrong: a dropped ticker says stop, and does not wait for the end
// finding: a_dropped_ticker_ends_its_thread: wrong_result

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread::{self, JoinHandle};

pub struct Ticker {
    stop: Arc<AtomicBool>,
    steps: Arc<AtomicU64>,
    thread: Option<JoinHandle<()>>,
}

impl Ticker {
    pub fn start(mut step: impl FnMut() + Send + 'static) -> Ticker {
        let stop = Arc::new(AtomicBool::new(false));
        let steps = Arc::new(AtomicU64::new(0));
        let (its_stop, its_steps) = (Arc::clone(&stop), Arc::clone(&steps));
        let thread = thread::spawn(move || {
            while !its_stop.load(Ordering::SeqCst) {
                step();
                its_steps.fetch_add(1, Ordering::SeqCst);
            }
        });
        Ticker { stop, steps, thread: Some(thread) }
    }

    pub fn progress(&self) -> u64 {
        self.steps.load(Ordering::SeqCst)
    }

    pub fn stop(mut self) -> u64 {
        self.stop.store(true, Ordering::SeqCst);
        self.thread.take().unwrap().join().unwrap();
        self.progress()
    }
}

impl Drop for Ticker {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::SeqCst);
    }
}
