//! How many threads are in a region at once.

use std::sync::atomic::AtomicUsize;

use crate::engine;
use crate::real_std::sync::Arc;
use crate::real_std::sync::atomic::{self, Ordering};

/// Counts the threads inside a region: never too many, and as many as there should be in at least one execution.
///
/// The upper bound catches too little locking, the lower one too much. The lower bound means something where many
/// executions are looked at; a native test, which runs once, ignores it: there use a [`Rendezvous`](super::Rendezvous).
///
#[doc = concat!("```ignore\n", include_str!("../examples/overlap/tests.rs"), "```")]
#[derive(Clone)]
pub struct Overlap {
    too_many: String,
    limit: Option<usize>,
    wanted: Option<(usize, String)>,
    inside: Arc<atomic::AtomicUsize>,
    entries: Arc<AtomicUsize>,
}

impl Overlap {
    /// An empty region without bounds. The sentence says what the learner's code does if too many are inside.
    pub fn new(too_many: &str) -> Self {
        Overlap {
            too_many: too_many.to_owned(),
            limit: None,
            wanted: None,
            inside: Arc::new(atomic::AtomicUsize::new(0)),
            entries: Arc::new(AtomicUsize::new(0)),
        }
    }

    /// No execution may have more than `threads` inside at once.
    #[must_use]
    pub fn at_most(mut self, threads: usize) -> Self {
        self.limit = Some(threads);
        self
    }

    /// At least one execution must have `threads` inside at once. The sentence says what it means if none has.
    #[must_use]
    pub fn reaches(mut self, threads: usize, never: &str) -> Self {
        let key = format!("{threads} inside: {never}");
        engine::must_happen(key.clone(), never.to_owned());
        self.wanted = Some((threads, key));
        self
    }

    /// Counts this thread as inside until what is returned is dropped.
    #[must_use = "the thread leaves the region when this is dropped"]
    pub fn enter(&self) -> Inside {
        let now = self.inside.fetch_add(1, Ordering::SeqCst) + 1;
        let inside = Inside { count: Arc::clone(&self.inside) };
        if self.limit.is_some_and(|limit| now > limit) {
            engine::fail(self.too_many.clone());
        }
        if let Some((wanted, key)) = &self.wanted
            && now >= *wanted
        {
            engine::happened(key);
        }
        // A model switches threads only where they touch what it models: without this step nobody else could come in
        // while this thread is inside. `Relaxed`, so that it orders nothing.
        self.entries.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        inside
    }
}

/// A thread's stay in the region of an [`Overlap`].
pub struct Inside {
    count: Arc<atomic::AtomicUsize>,
}

impl Drop for Inside {
    fn drop(&mut self) {
        self.count.fetch_sub(1, Ordering::SeqCst);
    }
}
