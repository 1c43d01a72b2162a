// wrong: reads and writes in one statement and believes that this is one step; it takes the lock twice
// finding: points_are_kept_per_player: deadlock

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
        *self.points.lock().unwrap().entry(player.to_owned()).or_default() =
            self.points.lock().unwrap().get(player).copied().unwrap_or(0) + points;
        self.points.lock().unwrap()[player]
    }

    pub fn total(&self) -> u64 {
        self.points.lock().unwrap().values().sum()
    }
}
