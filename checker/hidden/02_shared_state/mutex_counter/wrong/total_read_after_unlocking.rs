// wrong: adds under the lock, but looks the result up under a second lock, when others may have added
// finding: each_addition_returns_its_own_total: wrong_result

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
        *self.points.lock().unwrap().entry(player.to_owned()).or_insert(0) += points;
        self.points.lock().unwrap()[player]
    }

    pub fn total(&self) -> u64 {
        self.points.lock().unwrap().values().sum()
    }
}
