//! # A counter behind a mutex
//!
//! A mutex protects what happens while its guard is alive, not the value as such. Two locked halves are still two
//! steps, and between them anybody may come in. So the guard has to live from the read to the write.

use std::collections::HashMap;
use std::sync::Mutex;

/// The points of all players.
///
/// One lock for the whole map: `total` needs all players at one moment. A lock or an atomic for each player would let
/// more threads work at once, but a sum over them mixes values of different moments. A sharded map is worth its
/// trouble only when a measurement shows that threads wait here, and then `total` has to lock every shard.
#[derive(Default)]
pub struct Score {
    points: Mutex<HashMap<String, u64>>,
}

impl Score {
    /// A score without players.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds to a player's points and returns what the player has then.
    pub fn add(&self, player: &str, points: u64) -> u64 {
        // One guard for looking up, creating, adding and reading the result. `unwrap` is right here: the lock is
        // poisoned only if a thread panicked while it held the guard, and then the score cannot be trusted.
        let mut score = self.points.lock().unwrap();
        let sum = score.entry(player.to_owned()).or_default();
        *sum += points;
        // Returning `*sum` copies the number while the guard is still alive. Looking it up again with a second
        // `lock()` would also count what other threads have added since, and with the guard alive it would deadlock.
        *sum
    }

    /// The sum of the points of all players.
    pub fn total(&self) -> u64 {
        // The guard is a temporary: it lives to the end of this expression, so the whole sum is of one moment.
        self.points.lock().unwrap().values().sum()
    }
}
