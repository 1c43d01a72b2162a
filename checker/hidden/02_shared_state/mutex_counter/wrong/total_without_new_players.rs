// wrong: locks all players for the sum, but only those who were known before it had these locks
// finding: total_is_a_sum_that_existed: wrong_result

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

#[derive(Default)]
pub struct Score {
    players: Mutex<BTreeMap<String, Arc<Mutex<u64>>>>,
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
        let guards: Vec<_> = players.iter().map(|player| player.lock().unwrap()).collect();
        guards.iter().map(|points| **points).sum()
    }
}
