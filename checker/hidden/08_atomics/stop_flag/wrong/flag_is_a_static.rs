// wrong: a static is one flag for all tickers
// finding: another_ticker_goes_on: deadlock

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread::{self, JoinHandle};

static STOP: AtomicBool = AtomicBool::new(false);

pub struct Ticker {
    steps: Arc<AtomicU64>,
    thread: Option<JoinHandle<()>>,
}

impl Ticker {
    pub fn start(mut step: impl FnMut() + Send + 'static) -> Ticker {
        STOP.store(false, Ordering::SeqCst);
        let steps = Arc::new(AtomicU64::new(0));
        let its_steps = Arc::clone(&steps);
        let thread = thread::spawn(move || {
            while !STOP.load(Ordering::SeqCst) {
                step();
                its_steps.fetch_add(1, Ordering::SeqCst);
            }
        });
        Ticker { steps, thread: Some(thread) }
    }

    pub fn progress(&self) -> u64 {
        self.steps.load(Ordering::SeqCst)
    }

    pub fn stop(mut self) -> u64 {
        STOP.store(true, Ordering::SeqCst);
        self.thread.take().unwrap().join().unwrap();
        self.progress()
    }
}

impl Drop for Ticker {
    fn drop(&mut self) {
        if let Some(thread) = self.thread.take() {
            STOP.store(true, Ordering::SeqCst);
            thread.join().unwrap();
        }
    }
}
