//! # Seats for a party
//!
//! `Seats` sells the seats of a hall. A party of `k` people gets `k` seats or none. The code below looks whether there
//! are enough and then takes them. Find out how two parties get more seats than there are, and repair `reserve`. To
//! take the seats first and give them back if they were too many is no repair: find out why not.
//!
//! Why it matters: stock, credit, memory and connections are all sold like this. To look and then to act is wrong as
//! soon as there are two who do it. And a change that is undone later was there in between: others have seen it, and
//! have gone away because of it.
//!
//! ## What must hold
//!
//! - `Seats::new(n)` has `n` free seats.
//! - `seats.reserve(k)` takes `k` seats and returns `true` if at least so many are free, and else changes nothing and
//!   returns `false`. A party of nobody always fits.
//! - `seats.left()` returns how many seats are free.
//! - Each call takes effect at one single moment: it seems as if the calls had happened one after the other, in some
//!   order. So no seat is sold twice, a party is not refused because of another one that is refused as well, and nobody
//!   sees a number of free seats that there never was.
//! - `reserve` does not wait for seats to become free.
//! - Any number of threads may use the seats at the same time, through a shared `&Seats`. Nobody panics.
//!
//! How the seats are kept is up to you: the field is private.
//!
//! Work at the `// TODO`.

use std::sync::atomic::{AtomicU32, Ordering};

/// The seats of a hall.
pub struct Seats {
    free: AtomicU32,
}

impl Seats {
    /// A hall with `n` free seats.
    pub fn new(n: u32) -> Self {
        Seats { free: AtomicU32::new(n) }
    }

    /// Takes `k` seats, or none.
    pub fn reserve(&self, k: u32) -> bool {
        // TODO: between the look and the subtraction another party may come in.
        if self.free.load(Ordering::Relaxed) >= k {
            self.free.fetch_sub(k, Ordering::Relaxed);
            true
        } else {
            false
        }
    }

    /// How many seats are free.
    pub fn left(&self) -> u32 {
        self.free.load(Ordering::Relaxed)
    }
}
