// wrong: takes forks only under a lock for the whole table, so who waits keeps everybody waiting
// finding: who_waits_is_in_nobodys_way: deadlock

use std::sync::Mutex;

pub struct Table {
    forks: Vec<Mutex<()>>,
    gate: Mutex<()>,
}

impl Table {
    pub fn new(seats: usize) -> Self {
        Table { forks: (0..seats).map(|_| Mutex::new(())).collect(), gate: Mutex::new(()) }
    }

    pub fn dine<R>(&self, seat: usize, eat: impl FnOnce() -> R) -> R {
        let (left, right) = (seat, (seat + 1) % self.forks.len());
        let gate = self.gate.lock().unwrap();
        let _first = self.forks[left.min(right)].lock().unwrap();
        let _second = (left != right).then(|| self.forks[left.max(right)].lock().unwrap());
        drop(gate);
        eat()
    }
}
