// wrong: fetch_add makes every addition one step, but the sum reads one player after the other while others add
// finding: total_is_a_sum_that_existed: wrong_result

use std::collections::HashMap;
use std::sync::RwLock;
use std::sync::atomic::{AtomicU64, Ordering};

#[derive(Default)]
pub struct Score {
    players: RwLock<HashMap<String, AtomicU64>>,
}

impl Score {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn add(&self, player: &str, points: u64) -> u64 {
        if let Some(sum) = self.players.read().unwrap().get(player) {
            return sum.fetch_add(points, Ordering::SeqCst) + points;
        }
        let mut players = self.players.write().unwrap();
        let sum = players.entry(player.to_owned()).or_default();
        sum.fetch_add(points, Ordering::SeqCst) + points
    }

    pub fn total(&self) -> u64 {
        let players = self.players.read().unwrap();
        players.values().map(|sum| sum.load(Ordering::SeqCst)).sum()
    }
}
