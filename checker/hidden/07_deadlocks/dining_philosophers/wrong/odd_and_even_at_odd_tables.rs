// wrong: lets odd seats begin on the left and even ones on the right, and forgets the table with one seat
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
        let (first, second) = if seat % 2 == 0 { (right, left) } else { (left, right) };
        let _first = self.forks[first].lock().unwrap();
        let _second = self.forks[second].lock().unwrap();
        eat()
    }
}
