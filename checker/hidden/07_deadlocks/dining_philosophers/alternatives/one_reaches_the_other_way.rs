// right: all but the last philosopher take the left fork first

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
        match self.forks.len() {
            1 => {
                let _fork = self.forks[0].lock().unwrap();
                eat()
            }
            seats if seat == seats - 1 => {
                let _right = self.forks[right].lock().unwrap();
                let _left = self.forks[left].lock().unwrap();
                eat()
            }
            _ => {
                let _left = self.forks[left].lock().unwrap();
                let _right = self.forks[right].lock().unwrap();
                eat()
            }
        }
    }
}
