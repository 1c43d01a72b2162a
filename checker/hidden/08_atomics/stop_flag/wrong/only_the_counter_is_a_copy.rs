// wrong: the flag is shared, but the thread counts its steps somewhere else
// finding: stop_waits_for_the_end: wrong_result

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
        let its_stop = Arc::clone(&stop);
        let its_steps = AtomicU64::new(steps.load(Ordering::SeqCst));
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
        if let Some(thread) = self.thread.take() {
            thread.join().unwrap();
        }
    }
}
