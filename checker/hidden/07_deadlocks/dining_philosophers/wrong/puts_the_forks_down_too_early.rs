// wrong: the guards end with their statements, before the meal
// finding: three_dine_at_a_table_for_three: wrong_result

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
        drop(self.forks[left.min(right)].lock().unwrap());
        drop(self.forks[left.max(right)].lock().unwrap());
        eat()
    }
}
