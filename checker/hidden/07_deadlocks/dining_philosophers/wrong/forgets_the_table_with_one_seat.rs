// wrong: takes the lower number first, and the same fork twice at a table with one seat
// finding: one_dines_alone: deadlock

use std::sync::Mutex;

pub struct Table {
    forks: Vec<Mutex<()>>,
}

impl Table {
    pub fn new(seats: usize) -> Self {
        Table { forks: (0..seats).map(|_| Mutex::new(())).collect() }
    }

    pub fn dine<R>(&self, seat: usize, eat: impl FnOnce() -> R) -> R {
        let (left, right) = (seat, (seat + 1) % self.forks.len());
        let _first = self.forks[left.min(right)].lock().unwrap();
        let _second = self.forks[left.max(right)].lock().unwrap();
        eat()
    }
}
