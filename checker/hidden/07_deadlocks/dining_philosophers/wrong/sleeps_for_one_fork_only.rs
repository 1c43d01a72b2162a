// wrong: sleeps until the first fork is free, and looks again and again for the second
// finding: both_neighbours_eat_when_they_can: livelock

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
        let _second = (left != right).then(|| {
            loop {
                if let Ok(g) = self.forks[left.max(right)].try_lock() {
                    break g;
                }
                std::thread::yield_now();
            }
        });
        eat()
    }
}
