// wrong: gives each player a lock, and sums up by locking one player after the other
// finding: total_is_a_sum_that_existed: wrong_result

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

#[derive(Default)]
pub struct Score {
    players: Mutex<HashMap<String, Arc<Mutex<u64>>>>,
}

impl Score {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn add(&self, player: &str, points: u64) -> u64 {
        let player = Arc::clone(self.players.lock().unwrap().entry(player.to_owned()).or_default());
        let mut sum = player.lock().unwrap();
        *sum += points;
        *sum
    }

    pub fn total(&self) -> u64 {
        let players: Vec<Arc<Mutex<u64>>> = self.players.lock().unwrap().values().cloned().collect();
        players.iter().map(|player| *player.lock().unwrap()).sum()
    }
}
