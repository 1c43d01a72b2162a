// wrong: uses try_lock for the closure, and forgets it if another thread is there
// finding: two_arrive_at_the_same_time: wrong_result

use std::sync::Mutex;

pub struct Latch<F> {
    state: Mutex<(isize, Option<F>)>,
}

impl<F: FnOnce() + Send> Latch<F> {
    pub fn new(n: usize, on_last: F) -> Self {
        Latch { state: Mutex::new((n as isize, Some(on_last))) }
    }

    pub fn arrive(&self) {
        let Ok(mut state) = self.state.try_lock() else {
            return;
        };
        state.0 -= 1;
        let on_last = if state.0 == 0 { state.1.take() } else { None };
        drop(state);
        if let Some(on_last) = on_last {
            on_last();
        }
    }
}
