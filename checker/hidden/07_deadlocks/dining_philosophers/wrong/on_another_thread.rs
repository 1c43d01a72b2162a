// wrong: `eat` runs on another thread, and so has to be `Send`
// finding: compile: interface

use std::sync::Mutex;

pub struct Table {
    forks: Vec<Mutex<()>>,
}

impl Table {
    pub fn new(seats: usize) -> Self {
        Table { forks: (0..seats).map(|_| Mutex::new(())).collect() }
    }

    pub fn dine<R>(&self, seat: usize, eat: impl FnOnce() -> R + Send) -> R
    where
        R: Send,
    {
        let (left, right) = (seat, (seat + 1) % self.forks.len());
        let _first = self.forks[left.min(right)].lock().unwrap();
        let _second = (left != right).then(|| self.forks[left.max(right)].lock().unwrap());
        std::thread::scope(|s| s.spawn(eat).join().unwrap())
    }
}
