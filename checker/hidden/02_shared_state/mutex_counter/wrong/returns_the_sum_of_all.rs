// wrong: add returns the sum over all players instead of that player's points
// finding: points_are_kept_per_player: wrong_result

use std::collections::HashMap;
use std::sync::Mutex;

#[derive(Default)]
pub struct Score {
    points: Mutex<HashMap<String, u64>>,
}

impl Score {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn add(&self, player: &str, points: u64) -> u64 {
        let mut score = self.points.lock().unwrap();
        *score.entry(player.to_owned()).or_default() += points;
        score.values().sum()
    }

    pub fn total(&self) -> u64 {
        self.points.lock().unwrap().values().sum()
    }
}
