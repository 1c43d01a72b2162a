// wrong: even seats and odd seats eat in turn, neighbours or not
// finding: three_of_seven_eat_together: deadlock

use std::sync::{Condvar, Mutex};
pub struct Table {
    seats: usize,
    state: Mutex<[usize; 3]>,
    changed: Condvar,
}
impl Table {
    pub fn new(seats: usize) -> Self {
        Table { seats, state: Mutex::new([0; 3]), changed: Condvar::new() }
    }
    pub fn dine<R>(&self, seat: usize, eat: impl FnOnce() -> R) -> R {
        let color = if self.seats % 2 == 1 && seat + 1 == self.seats { 2 } else { seat % 2 };
        let mut s =
            self.changed.wait_while(self.state.lock().unwrap(), |s| (0..3).any(|c| c != color && s[c] > 0)).unwrap();
        s[color] += 1;
        drop(s);
        let result = eat();
        self.state.lock().unwrap()[color] -= 1;
        self.changed.notify_all();
        result
    }
}
