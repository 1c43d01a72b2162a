//! # A barrier that can be used again
//!
//! At a barrier threads wait for each other: none goes on before all have arrived. Then they all do, and come back for
//! the next round. The barrier below counts the arrivals and starts again at zero. In the first round it does what it
//! should. Find out what happens when a thread is back before another one has left, and repair it.
//!
//! Why it matters: simulations, games and parallel algorithms work in steps, and a step may begin only when the last
//! one is over for everybody. What you meet here is wider than barriers: a counter that is used again says nothing
//! about *which* time it counts. Connections, requests and slots that are used again have the same trouble, and the
//! same cure.
//!
//! ## What must hold
//!
//! - `MyBarrier::new(n)` makes a barrier for `n` threads, at least 1.
//! - `barrier.wait()` returns when `n` calls of this round have been made. The next `n` calls are the next round, and
//!   so on. How a thread got out of one round has no bearing on the next.
//! - In each round exactly one of the `n` calls returns `true`. Which one is up to you.
//! - `n` threads call `wait`, each as often as it likes, so a thread may be back for the next round while others have
//!   not left this one yet. Threads may wake up although nobody has notified them.
//! - A thread that waits sleeps. It does not look again and again, and does not count on a timeout to look again.
//!
//! `std::sync::Barrier` is taken away in this exercise. How `MyBarrier` works inside is up to you.
//!
//! Work at the `// TODO`.

use std::sync::{Condvar, Mutex};

/// A place where threads wait for each other, round after round.
pub struct MyBarrier {
    n: usize,
    arrived: Mutex<usize>,
    changed: Condvar,
}

impl MyBarrier {
    /// A barrier for `n` threads.
    pub fn new(n: usize) -> Self {
        MyBarrier { n, arrived: Mutex::new(0), changed: Condvar::new() }
    }

    /// Waits until all have arrived; `true` for one of them.
    pub fn wait(&self) -> bool {
        let mut arrived = self.arrived.lock().unwrap();
        *arrived += 1;
        if *arrived == self.n {
            *arrived = 0;
            self.changed.notify_all();
            return true;
        }
        // TODO: the count is 0 when the round is over. For how long?
        while *arrived != 0 {
            arrived = self.changed.wait(arrived).unwrap();
        }
        false
    }
}
