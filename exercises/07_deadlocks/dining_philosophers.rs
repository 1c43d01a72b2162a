//! # The dining philosophers
//!
//! Philosophers sit around a table, with one fork between each two of them. A philosopher needs both forks beside him to
//! eat. Below, each takes the left one, then the right one. The report shows you how all of them starve. Break the
//! circle, and let everybody eat who has two free forks beside him.
//!
//! Why it matters: this is what it looks like when every part is fine. There is one function, it takes two locks, and
//! nobody takes them in the wrong order, because around a table there is no order. Ring buffers between neighbours,
//! cells of a grid, services that call each other in a ring: each is right when you look at it alone, and the circle
//! exists only in the whole.
//!
//! ## What must hold
//!
//! - `Table::new(seats)` is a table with that many seats, at least 1. Seat `i` has the neighbours `i - 1` and `i + 1`;
//!   the last seat and seat 0 are neighbours, too. With 2 seats each is the neighbour of the other, and at a table with
//!   1 seat there are no neighbours.
//! - `table.dine(seat, eat)` calls `eat` once, on the thread that calls, and returns what it returns.
//! - Neighbours never eat at the same time.
//! - If no neighbour of a seat dines, the philosopher there can eat, whoever eats elsewhere: at a table with 4 seats, 0
//!   and 2 can eat at the same time.
//! - Whoever dines eats at some time. No call hangs, and to take up forks and put them down again for ever is to hang.
//! - A philosopher who has to wait sleeps. He does not look again and again.
//! - Any number of threads may dine at the same time, but no two of them at the same seat. `seat` is below `seats`. `eat`
//!   does not call `dine`, and does not panic.
//!
//! How `Table` does that is up to you: its field is private.
//!
//! Work at the `// TODO`.

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
        // TODO: everybody has the left fork. What next?
        let (left, right) = (seat, (seat + 1) % self.forks.len());
        let _left = self.forks[left].lock().unwrap();
        let _right = self.forks[right].lock().unwrap();
        eat()
    }
}
