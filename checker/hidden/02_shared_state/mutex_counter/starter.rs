//! # A counter behind a mutex
//!
//! `Score` keeps the points of a game. Many threads add points at the same time.
//! Every access below takes the lock, the compiler is content, and still points get lost.
//! Find out why, and repair `Score`.
//!
//! Why it matters: every account balance, stock level and rate limit is a value that is read, changed and written
//! back. If two threads can do that at the same time, the program is right a million times and then loses money once.
//! No test that runs the program on a quiet machine will show it.
//!
//! ## What must hold
//!
//! - `Score::new()` knows no players. A player comes into being with the first `add`.
//! - `score.add(player, points)` adds the points to that player's points, and returns what that player has then.
//! - `score.total()` returns the sum of the points of all players.
//! - Any number of threads may call `add` and `total` at the same time, through a shared `&Score`.
//! - An addition takes effect at one single moment, and for everybody at the same moment. In particular:
//!   - No addition is lost, and that includes the first one of a player.
//!   - Two threads that add to one player never both get a result that counts both additions.
//!   - `total` returns a sum that the score really had at some moment while it was called.
//!   - What a result of `add` counts, every later `total` counts too.
//! - Sums stay far below `u64::MAX`. Nobody panics.
//!
//! How `Score` keeps the points is up to you: the field is private.
//!
//! Work at the `// TODO`.

use std::collections::HashMap;
use std::sync::Mutex;

/// The points of all players.
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
        // TODO: no addition may get lost.
        let before = *self.points.lock().unwrap().get(player).unwrap_or(&0);
        let after = before + points;
        self.points.lock().unwrap().insert(player.to_owned(), after);
        after
    }

    /// The sum of the points of all players.
    pub fn total(&self) -> u64 {
        self.points.lock().unwrap().values().sum()
    }
}
