//! Initialisation that happens once.

use std::sync::atomic::{AtomicU8, Ordering::Relaxed};

use threadlings_schedules::engine::outside;
use threadlings_schedules::sync as modelled;

/// `parking_lot::Once`.
#[derive(Debug)]
pub struct Once {
    once: modelled::Once,
    state: AtomicU8,
}

/// `parking_lot::OnceState`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnceState {
    /// No function has run.
    New,
    /// A function has panicked.
    Poisoned,
    /// A function is running.
    InProgress,
    /// A function has run.
    Done,
}

impl OnceState {
    /// Whether a function has panicked.
    pub fn poisoned(self) -> bool {
        self == OnceState::Poisoned
    }

    /// Whether a function has run.
    pub fn done(self) -> bool {
        self == OnceState::Done
    }
}

/// All states, by their number.
const STATES: [OnceState; 4] = [OnceState::New, OnceState::Poisoned, OnceState::InProgress, OnceState::Done];

/// Notes how a function ended, also when it panics.
struct Running<'a>(&'a AtomicU8, OnceState);

impl Drop for Running<'_> {
    fn drop(&mut self) {
        self.0.store(self.1 as u8, Relaxed);
    }
}

impl Once {
    /// Of which nothing has run yet.
    #[allow(clippy::new_without_default, reason = "parking_lot's is made by `new`")]
    #[track_caller]
    pub const fn new() -> Self {
        Once { once: modelled::Once::new(), state: AtomicU8::new(OnceState::New as u8) }
    }

    /// How far it is.
    pub fn state(&self) -> OnceState {
        outside::switch();
        STATES[usize::from(self.state.load(Relaxed))]
    }

    /// Runs the function unless one has run already; waits if one is running.
    #[track_caller]
    pub fn call_once<F: FnOnce()>(&self, function: F) {
        self.once.call_once(|| self.run(|_| function()));
    }

    /// The same, also after a function has panicked.
    #[track_caller]
    pub fn call_once_force<F: FnOnce(OnceState)>(&self, function: F) {
        self.once.call_once_force(|_| self.run(function));
    }

    fn run(&self, function: impl FnOnce(OnceState)) {
        let before = STATES[usize::from(self.state.load(Relaxed))];
        self.state.store(OnceState::InProgress as u8, Relaxed);
        let mut running = Running(&self.state, OnceState::Poisoned);
        function(before);
        running.1 = OnceState::Done;
    }
}
