//! Threads that wait for each other.

use std::sync::Barrier;

use crate::engine;
use crate::real_std::sync::Arc;
use crate::real_std::sync::atomic::{AtomicUsize, Ordering};

/// A place where a number of threads must meet before any of them goes on.
///
/// Put into closures that are handed to the learner's code, it shows that they really run at the same time: code that
/// runs them one after the other, or holds a lock while they run, never gets past it. It orders the threads that
/// meet, so under the memory model it may hide an ordering that the learner's code lacks.
///
#[doc = concat!("```ignore\n", include_str!("../examples/rendezvous/tests.rs"), "```")]
#[derive(Clone)]
pub struct Rendezvous {
    threads: usize,
    sentence: String,
    barrier: Arc<Barrier>,
    calls: Arc<AtomicUsize>,
}

impl Rendezvous {
    /// A meeting of `threads` threads. The sentence says what the learner's code does if they never meet.
    pub fn new(threads: usize, sentence: &str) -> Self {
        Rendezvous {
            threads,
            sentence: sentence.to_owned(),
            barrier: Arc::new(Barrier::new(threads)),
            calls: Arc::new(AtomicUsize::new(0)),
        }
    }

    /// Waits until as many threads are in here as were asked for. After that the next meeting begins.
    pub fn meet(&self) {
        let _waiting = engine::waiting(&self.sentence, "nobody else comes");
        self.barrier.wait();
    }

    /// Like [`meet`](Self::meet), but only the first meeting counts: whoever comes after it goes on at once.
    ///
    /// For work whose size does not divide evenly among the threads, and for code that may take more threads.
    pub fn meet_once(&self) {
        if self.calls.fetch_add(1, Ordering::SeqCst) < self.threads {
            self.meet();
        }
    }
}
