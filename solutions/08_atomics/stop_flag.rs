//! # A flag that stops a thread
//!
//! An atomic is a place in memory. Threads that want to tell each other something have to look at the same place, so it
//! is shared and not copied. And stopping is two things: to say it, and to wait until it has happened.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread::{self, JoinHandle};

/// What a ticker and its thread share. In one `Arc`, as both need both.
#[derive(Debug, Default)]
struct Shared {
    stop: AtomicBool,
    steps: AtomicU64,
}

/// A thread that takes one step after the other.
#[derive(Debug)]
pub struct Ticker {
    shared: Arc<Shared>,
    /// An `Option`, because `join` takes the handle, and nothing can be moved out of a type that has a `Drop`.
    thread: Option<JoinHandle<()>>,
}

impl Ticker {
    /// Starts the thread.
    pub fn start(mut step: impl FnMut() + Send + 'static) -> Ticker {
        let shared = Arc::new(Shared::default());
        let theirs = Arc::clone(&shared);
        let thread = thread::spawn(move || {
            // `Relaxed` is enough: the flag carries nothing along, and all that the thread did is visible after `join`.
            while !theirs.stop.load(Ordering::Relaxed) {
                step();
                theirs.steps.fetch_add(1, Ordering::Relaxed);
            }
        });
        Ticker { shared, thread: Some(thread) }
    }

    /// How many steps were taken so far.
    pub fn progress(&self) -> u64 {
        self.shared.steps.load(Ordering::Relaxed)
    }

    /// Ends the thread; returns how many steps it took.
    pub fn stop(mut self) -> u64 {
        self.end();
        // After the join: before it the thread may take another step.
        self.progress()
    }

    fn end(&mut self) {
        self.shared.stop.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            // An error means that `step` panicked. To panic because of that in a `drop` could end the whole process.
            thread.join().ok();
        }
    }
}

impl Drop for Ticker {
    fn drop(&mut self) {
        self.end();
    }
}
