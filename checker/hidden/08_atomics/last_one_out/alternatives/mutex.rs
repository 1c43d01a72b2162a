// right: a counter behind a mutex, which is free again when `on_last` runs

use std::sync::Mutex;

pub struct Latch<F> {
    state: Mutex<(usize, Option<F>)>,
}

impl<F: FnOnce() + Send> Latch<F> {
    pub fn new(n: usize, on_last: F) -> Self {
        Latch { state: Mutex::new((n, Some(on_last))) }
    }

    pub fn arrive(&self) {
        let on_last = {
            let mut state = self.state.lock().unwrap();
            state.0 = state.0.wrapping_sub(1);
            if state.0 == 0 { state.1.take() } else { None }
        };
        if let Some(on_last) = on_last {
            on_last();
        }
    }
}
