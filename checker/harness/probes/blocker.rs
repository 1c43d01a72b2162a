//! A thread that waits until another has got somewhere.

use std::sync::{Condvar, Mutex, PoisonError};

use crate::engine;
use crate::real_std::sync::Arc;

/// Holds threads back until it is released, then never again.
///
/// Makes the order of events certain without sleeping: an early element waits until a late one was seen.
///
#[doc = concat!("```ignore\n", include_str!("../examples/blocker/tests.rs"), "```")]
#[derive(Clone)]
pub struct Blocker {
    sentence: String,
    gate: Arc<(Mutex<bool>, Condvar)>,
}

impl Blocker {
    /// A blocker nobody has released. The sentence says what the learner's code does if that never happens.
    pub fn new(sentence: &str) -> Self {
        Blocker { sentence: sentence.to_owned(), gate: Arc::new((Mutex::new(false), Condvar::new())) }
    }

    /// Waits until [`release`](Self::release) was called.
    pub fn wait(&self) {
        let _waiting = engine::waiting(&self.sentence, "nobody lets it go on");
        let (released, changed) = &*self.gate;
        let mut released = released.lock().unwrap_or_else(PoisonError::into_inner);
        if !*released {
            engine::remark("waits in the test's code");
        }
        while !*released {
            released = changed.wait(released).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Lets all go on who wait, and all who come later.
    pub fn release(&self) {
        let _releasing = engine::waiting(&self.sentence, "nobody lets it go on");
        let (released, changed) = &*self.gate;
        *released.lock().unwrap_or_else(PoisonError::into_inner) = true;
        changed.notify_all();
    }
}
