// wrong: puts the first fork down if the second is taken, and begins again at once
// finding: three_dine_at_a_table_for_three: livelock

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
        if left == right {
            let _only = self.forks[left].lock().unwrap();
            return eat();
        }
        loop {
            let first = self.forks[left].lock().unwrap();
            if let Ok(_second) = self.forks[right].try_lock() {
                return eat();
            }
            drop(first);
            std::thread::yield_now();
        }
    }
}
