// wrong: lays one fork more, so that the last seat and seat 0 have none in common
// finding: three_dine_at_a_table_for_three: wrong_result

use std::sync::Mutex;

pub struct Table {
    forks: Vec<Mutex<()>>,
}

impl Table {
    pub fn new(seats: usize) -> Self {
        Table { forks: (0..=seats).map(|_| Mutex::new(())).collect() }
    }

    pub fn dine<R>(&self, seat: usize, eat: impl FnOnce() -> R) -> R {
        let _left = self.forks[seat].lock().unwrap();
        let _right = self.forks[seat + 1].lock().unwrap();
        eat()
    }
}
