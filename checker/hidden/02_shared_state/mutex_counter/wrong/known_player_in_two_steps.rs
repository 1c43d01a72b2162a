// wrong: repairs only the first addition of a player; a known player is still read and written under two locks
// finding: each_addition_returns_its_own_total: wrong_result

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard};

#[derive(Default)]
pub struct Score {
    points: Mutex<HashMap<String, u64>>,
}

impl Score {
    pub fn new() -> Self {
        Self::default()
    }

    fn score(&self) -> MutexGuard<'_, HashMap<String, u64>> {
        self.points.lock().unwrap()
    }

    pub fn add(&self, player: &str, points: u64) -> u64 {
        let mut score = self.score();
        let Some(&before) = score.get(player) else {
            score.insert(player.to_owned(), points);
            return points;
        };
        drop(score);
        self.score().insert(player.to_owned(), before + points);
        before + points
    }

    pub fn total(&self) -> u64 {
        self.score().values().sum()
    }
}
