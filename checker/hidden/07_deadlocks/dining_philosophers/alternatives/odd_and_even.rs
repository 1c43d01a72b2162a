// right: odd seats begin with the left fork, even ones with the right: two neighbours reach for the same fork first

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
        let (first, second) = if seat % 2 == 0 { (right, left) } else { (left, right) };
        let _first = self.forks[first].lock().unwrap();
        let _second = self.forks[second].lock().unwrap();
        eat()
    }
}
