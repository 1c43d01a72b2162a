// wrong: counts under a mutex, and holds it while `on_last` runs
// finding: on_last_may_arrive_again: deadlock

use std::sync::Mutex;

pub struct Latch<F> {
    state: Mutex<(usize, Option<F>)>,
}

impl<F: FnOnce() + Send> Latch<F> {
    pub fn new(n: usize, on_last: F) -> Self {
        Latch { state: Mutex::new((n, Some(on_last))) }
    }

    pub fn arrive(&self) {
        let mut state = self.state.lock().unwrap();
        state.0 = state.0.saturating_sub(1);
        if state.0 == 0
            && let Some(on_last) = state.1.take()
        {
            on_last();
        }
    }
}
