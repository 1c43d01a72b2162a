// wrong: no more than two eat at the same time, however large the table
// finding: three_of_seven_eat_together: deadlock

use std::sync::{Condvar, Mutex};

pub struct Table {
    forks: Vec<Mutex<()>>,
    n: Mutex<usize>,
    c: Condvar,
}

impl Table {
    pub fn new(seats: usize) -> Self {
        Table { forks: (0..seats).map(|_| Mutex::new(())).collect(), n: Mutex::new(0), c: Condvar::new() }
    }

    pub fn dine<R>(&self, seat: usize, eat: impl FnOnce() -> R) -> R {
        let (left, right) = (seat, (seat + 1) % self.forks.len());
        let _first = self.forks[left.min(right)].lock().unwrap();
        let _second = (left != right).then(|| self.forks[left.max(right)].lock().unwrap());
        let mut n = self.c.wait_while(self.n.lock().unwrap(), |n| *n == 2).unwrap();
        *n += 1;
        drop(n);
        let r = eat();
        *self.n.lock().unwrap() -= 1;
        self.c.notify_all();
        r
    }
}
