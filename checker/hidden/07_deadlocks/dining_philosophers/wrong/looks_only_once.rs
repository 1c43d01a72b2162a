// wrong: waits if a fork is taken, but does not look again when it wakes up
// finding: three_dine_at_a_table_for_three: wrong_result

use std::sync::{Condvar, Mutex};

pub struct Table {
    taken: Mutex<Vec<bool>>,
    changed: Condvar,
}

impl Table {
    pub fn new(seats: usize) -> Self {
        Table { taken: Mutex::new(vec![false; seats]), changed: Condvar::new() }
    }

    pub fn dine<R>(&self, seat: usize, eat: impl FnOnce() -> R) -> R {
        let mut taken = self.taken.lock().unwrap();
        let (left, right) = (seat, (seat + 1) % taken.len());
        if taken[left] || taken[right] {
            taken = self.changed.wait(taken).unwrap();
        }
        taken[left] = true;
        taken[right] = true;
        drop(taken);
        let result = eat();
        let mut taken = self.taken.lock().unwrap();
        taken[left] = false;
        taken[right] = false;
        drop(taken);
        self.changed.notify_all();
        result
    }
}
