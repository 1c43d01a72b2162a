// wrong: in order, but with `try_lock` in a loop: nobody starves, and nobody sleeps
// finding: who_waits_is_in_nobodys_way: livelock

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
        let take = |fork: usize| {
            loop {
                match self.forks[fork].try_lock() {
                    Ok(fork) => return fork,
                    Err(_) => std::thread::yield_now(),
                }
            }
        };
        let _first = take(left.min(right));
        let _second = (left != right).then(|| take(left.max(right)));
        eat()
    }
}
