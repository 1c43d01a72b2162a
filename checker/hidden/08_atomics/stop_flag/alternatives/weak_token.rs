// right: the thread goes on for as long as somebody owns the ticker's token

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Weak};
use std::thread::{self, JoinHandle};

pub struct Ticker {
    steps: Arc<AtomicU64>,
    token: Option<Arc<()>>,
    thread: Option<JoinHandle<u64>>,
}

fn run(mut step: impl FnMut(), token: Weak<()>, steps: &AtomicU64) -> u64 {
    let mut count = 0;
    while token.strong_count() > 0 {
        step();
        count += 1;
        steps.store(count, Ordering::Release);
    }
    count
}

impl Ticker {
    pub fn start(step: impl FnMut() + Send + 'static) -> Ticker {
        let token = Arc::new(());
        let watched = Arc::downgrade(&token);
        let steps = Arc::new(AtomicU64::new(0));
        let its_steps = Arc::clone(&steps);
        let thread = thread::spawn(move || run(step, watched, &its_steps));
        Ticker { steps, token: Some(token), thread: Some(thread) }
    }

    pub fn progress(&self) -> u64 {
        self.steps.load(Ordering::Acquire)
    }

    pub fn stop(mut self) -> u64 {
        self.end().unwrap()
    }

    fn end(&mut self) -> Option<u64> {
        drop(self.token.take());
        let thread = self.thread.take()?;
        thread.join().ok()
    }
}

impl Drop for Ticker {
    fn drop(&mut self) {
        self.end();
    }
}
