// wrong: returns early if there is nothing to add, and takes the points for the player's
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
        if points == 0 {
            return 0;
        }
        let mut score = self.points.lock().unwrap();
        let sum = score.entry(player.to_owned()).or_default();
        *sum += points;
        *sum
    }

    pub fn total(&self) -> u64 {
        self.points.lock().unwrap().values().sum()
    }
}
