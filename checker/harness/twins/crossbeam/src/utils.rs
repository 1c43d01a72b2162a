//! `crossbeam::utils`.

use std::cell::Cell;

use threadlings_schedules::engine::outside;

pub use crossbeam::utils::CachePadded;

/// `crossbeam::utils::Backoff`: whoever spins lets others run.
#[derive(Debug, Default)]
pub struct Backoff {
    step: Cell<u32>,
}

/// As many steps as `crossbeam` takes.
const SPINS: u32 = 6;
const YIELDS: u32 = 10;

impl Backoff {
    /// From the beginning.
    pub fn new() -> Self {
        Backoff::default()
    }

    /// Begins again.
    pub fn reset(&self) {
        self.step.set(0);
    }

    /// Waits a little in a loop that another thread makes fail.
    pub fn spin(&self) {
        outside::give_way();
        self.step.set(self.step.get().min(SPINS) + 1);
    }

    /// Waits a little in a loop that waits for another thread.
    pub fn snooze(&self) {
        outside::give_way();
        self.step.set(self.step.get().min(YIELDS) + 1);
    }

    /// Whether it has waited so long that the thread had better sleep.
    pub fn is_completed(&self) -> bool {
        self.step.get() > YIELDS
    }
}
