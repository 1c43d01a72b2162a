// right: a thread owns the flag and lends it to the one that steps; a message tells it to raise the flag

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{self, Sender};
use std::thread::{self, JoinHandle};

pub struct Ticker {
    steps: Arc<AtomicU64>,
    stop: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Ticker {
    pub fn start(mut step: impl FnMut() + Send + 'static) -> Ticker {
        let steps = Arc::new(AtomicU64::new(0));
        let its_steps = Arc::clone(&steps);
        let (stop, stopped) = mpsc::channel::<()>();
        let thread = thread::spawn(move || {
            let flag = AtomicBool::new(false);
            thread::scope(|scope| {
                scope.spawn(|| {
                    while !flag.load(Ordering::Relaxed) {
                        step();
                        its_steps.fetch_add(1, Ordering::Relaxed);
                    }
                });
                stopped.recv().ok();
                flag.store(true, Ordering::Relaxed);
            });
        });
        Ticker { steps, stop: Some(stop), thread: Some(thread) }
    }

    pub fn progress(&self) -> u64 {
        self.steps.load(Ordering::Relaxed)
    }

    pub fn stop(mut self) -> u64 {
        self.end();
        self.progress()
    }

    fn end(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            thread.join().unwrap();
        }
    }
}

impl Drop for Ticker {
    fn drop(&mut self) {
        self.end();
    }
}
