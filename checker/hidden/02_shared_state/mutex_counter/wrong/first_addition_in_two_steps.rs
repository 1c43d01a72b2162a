// wrong: asks whether the player is new under one lock, and inserts under the next: two first additions, one survives
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
        let known = self.points.lock().unwrap().contains_key(player);
        let mut score = self.points.lock().unwrap();
        if known {
            let sum = score.get_mut(player).unwrap();
            *sum += points;
            *sum
        } else {
            score.insert(player.to_owned(), points);
            points
        }
    }

    pub fn total(&self) -> u64 {
        self.points.lock().unwrap().values().sum()
    }
}
