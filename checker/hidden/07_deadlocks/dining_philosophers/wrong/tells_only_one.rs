// wrong: tells one of those that wait, and both neighbours may be waiting
// finding: both_neighbours_eat_when_they_can: deadlock

use std::sync::{Condvar, Mutex};
pub struct Table {
    state: Mutex<Vec<bool>>,
    changed: Condvar,
}
impl Table {
    pub fn new(seats: usize) -> Self {
        Table { state: Mutex::new(vec![false; seats]), changed: Condvar::new() }
    }
    pub fn dine<R>(&self, seat: usize, eat: impl FnOnce() -> R) -> R {
        let mut s = self.state.lock().unwrap();
        let n = s.len();
        let (l, r) = ((seat + n - 1) % n, (seat + 1) % n);
        s = self.changed.wait_while(s, |s| n > 1 && (s[l] || s[r])).unwrap();
        s[seat] = true;
        drop(s);
        let result = eat();
        self.state.lock().unwrap()[seat] = false;
        self.changed.notify_one();
        result
    }
}
