//! Closures that panic when they should.

use crate::engine::Deliberate;
use crate::real_std::any::Any;
use crate::real_std::panic::panic_any;
use crate::real_std::sync::Arc;
use crate::real_std::sync::atomic::{AtomicUsize, Ordering};

/// Panics on one of its calls, deliberately.
///
/// Put into a closure that is handed to the learner's code, it shows what a panic does to that code: locks left
/// locked, values left half changed, workers that are gone, a panic that is swallowed.
///
#[doc = concat!("```ignore\n", include_str!("../examples/bomb/tests.rs"), "```")]
#[derive(Clone)]
pub struct Bomb {
    on_call: usize,
    calls: Arc<AtomicUsize>,
}

impl Bomb {
    /// A bomb that goes off on the given call of [`tick`](Self::tick); the first is 1.
    pub fn on_call(call: usize) -> Self {
        Bomb { on_call: call, calls: Arc::new(AtomicUsize::new(0)) }
    }

    /// Counts the call, and panics if it is the one.
    pub fn tick(&self) {
        if self.calls.fetch_add(1, Ordering::SeqCst) + 1 == self.on_call {
            panic_any(Deliberate);
        }
    }

    /// How often [`tick`](Self::tick) was called.
    pub fn calls(&self) -> usize {
        self.calls.load(Ordering::SeqCst)
    }

    /// Whether the payload of a panic that was caught, or that `join` returned, is that of a bomb.
    pub fn threw(payload: &(dyn Any + Send)) -> bool {
        payload.is::<Deliberate>()
    }
}
