// wrong: one lock for the whole table: only one philosopher eats at a time
// finding: opposite_seats_eat_together: deadlock

use std::sync::Mutex;

pub struct Table {
    forks: Mutex<()>,
}

impl Table {
    pub fn new(_seats: usize) -> Self {
        Table { forks: Mutex::new(()) }
    }

    pub fn dine<R>(&self, _seat: usize, eat: impl FnOnce() -> R) -> R {
        let _all = self.forks.lock().unwrap();
        eat()
    }
}
