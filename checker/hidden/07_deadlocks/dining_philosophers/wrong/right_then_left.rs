// wrong: turns the order round for everybody: the circle turns the other way
// finding: three_dine_at_a_table_for_three: deadlock

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
        let _right = self.forks[right].lock().unwrap();
        let _left = self.forks[left].lock().unwrap();
        eat()
    }
}
