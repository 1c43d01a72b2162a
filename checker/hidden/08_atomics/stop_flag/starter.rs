//! # A flag that stops a thread
//!
//! A `Ticker` has a thread that takes one step after the other until somebody says stop. The code below has a flag for
//! that, and the thread looks at it before each step. All the same it never ends. Find out at which flag it looks, and
//! repair `Ticker`. Then see to it that a ticker that is just dropped does not leave its thread behind.
//!
//! Why it matters: nobody can end a thread from outside. Each worker, watcher and heartbeat has to be asked to end, and
//! whoever asks has to wait for the answer: a thread that is only told to stop may still be writing to the file that is
//! deleted next.
//!
//! ## What must hold
//!
//! - `Ticker::start(step)` starts one thread, which calls `step` again and again, one call after the other.
//! - `ticker.progress()` returns how many calls of `step` have returned so far. It does not wait for `step`.
//! - `ticker.stop()` lets a call of `step` that is under way come to its end. When it returns, the thread has ended and
//!   there will be no further call. It returns how many calls there were in all: none, if it comes before the first.
//! - When a ticker is dropped without `stop` the same holds: after the drop the thread has ended.
//! - Tickers have nothing to do with each other.
//! - `step` does not panic, does not use the ticker, and returns soon.
//!
//! How `Ticker` keeps the flag is up to you: the fields are private.
//!
//! Work at the `// TODO`s.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread::{self, JoinHandle};

/// A thread that takes one step after the other.
pub struct Ticker {
    stop: AtomicBool,
    steps: AtomicU64,
    thread: JoinHandle<()>,
}

impl Ticker {
    /// Starts the thread.
    pub fn start(mut step: impl FnMut() + Send + 'static) -> Ticker {
        let stop = AtomicBool::new(false);
        let steps = AtomicU64::new(0);
        // TODO: an atomic cannot be cloned, and this is why.
        let its_stop = AtomicBool::new(stop.load(Ordering::Relaxed));
        let its_steps = AtomicU64::new(steps.load(Ordering::Relaxed));
        let thread = thread::spawn(move || {
            while !its_stop.load(Ordering::Relaxed) {
                step();
                its_steps.fetch_add(1, Ordering::Relaxed);
            }
        });
        Ticker { stop, steps, thread }
    }

    /// How many steps were taken so far.
    pub fn progress(&self) -> u64 {
        self.steps.load(Ordering::Relaxed)
    }

    /// Ends the thread; returns how many steps it took.
    pub fn stop(self) -> u64 {
        // TODO: and if nobody calls `stop`?
        self.stop.store(true, Ordering::Relaxed);
        self.thread.join().unwrap();
        self.steps.load(Ordering::Relaxed)
    }
}
