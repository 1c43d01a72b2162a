// right: the thread stops when the channel is closed, which happens when the sender is dropped

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, Sender, TryRecvError};
use std::thread::{self, JoinHandle};

pub struct Ticker {
    running: Option<Sender<()>>,
    steps: Arc<AtomicU64>,
    thread: Option<JoinHandle<()>>,
}

impl Ticker {
    pub fn start(mut step: impl FnMut() + Send + 'static) -> Ticker {
        let (running, stopped) = mpsc::channel();
        let steps = Arc::new(AtomicU64::new(0));
        let its_steps = Arc::clone(&steps);
        let thread = thread::spawn(move || {
            while let Err(TryRecvError::Empty) = stopped.try_recv() {
                step();
                its_steps.fetch_add(1, Ordering::Relaxed);
            }
        });
        Ticker { running: Some(running), steps, thread: Some(thread) }
    }

    pub fn progress(&self) -> u64 {
        self.steps.load(Ordering::Relaxed)
    }

    pub fn stop(mut self) -> u64 {
        self.end();
        self.progress()
    }

    fn end(&mut self) {
        self.running = None;
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
