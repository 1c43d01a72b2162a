//! # The dining philosophers
//!
//! Around a table there is no order, so the forks get one: their numbers. Everybody takes the lower one first. For all but
//! one philosopher that is the left fork; the last one reaches to the right first, and the circle is broken.

use std::sync::Mutex;

/// A round table, with a fork between each two seats.
pub struct Table {
    forks: Vec<Mutex<()>>,
}

impl Table {
    /// A table with so many seats.
    pub fn new(seats: usize) -> Self {
        Table { forks: (0..seats).map(|_| Mutex::new(())).collect() }
    }

    /// Waits for both forks, and eats.
    pub fn dine<R>(&self, seat: usize, eat: impl FnOnce() -> R) -> R {
        let (left, right) = (seat, (seat + 1) % self.forks.len());
        // A waiter who lets only n - 1 philosophers take forks would do as well, and so would one lock with a condition
        // variable for the whole table, under which one takes both forks or none. Both need more than these locks, and
        // someone who decides for all. With an order every two neighbours agree on their own.
        let _first = self.forks[left.min(right)].lock().unwrap();
        // At a table with one seat both are the same fork, and the same lock twice is a deadlock with oneself.
        let _second = (left != right).then(|| self.forks[left.max(right)].lock().unwrap());
        eat()
    }
}
