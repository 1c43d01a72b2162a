// wrong: looks the result up with a second lock while the first guard is still alive
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
        let mut score = self.points.lock().unwrap();
        *score.entry(player.to_owned()).or_default() += points;
        self.points_of(player)
    }

    fn points_of(&self, player: &str) -> u64 {
        self.points.lock().unwrap()[player]
    }

    pub fn total(&self) -> u64 {
        self.points.lock().unwrap().values().sum()
    }
}
