// wrong: uses try_lock so as not to wait, and drops the addition when another thread holds the lock
// finding: two_additions_to_one_player: wrong_result

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
        match self.points.try_lock() {
            Ok(mut score) => {
                let sum = score.entry(player.to_owned()).or_default();
                *sum += points;
                *sum
            }
            Err(_) => 0,
        }
    }

    pub fn total(&self) -> u64 {
        self.points.lock().unwrap().values().sum()
    }
}
