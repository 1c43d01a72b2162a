// right: additions to known players share the lock and use fetch_add; `total` takes the lock alone, so nobody adds then

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
        {
            let players = self.players.read().unwrap();
            if let Some(sum) = players.get(player) {
                return sum.fetch_add(points, Ordering::Relaxed) + points;
            }
        }
        let mut players = self.players.write().unwrap();
        let sum = players.entry(player.to_owned()).or_default().get_mut();
        *sum += points;
        *sum
    }

    pub fn total(&self) -> u64 {
        let players = self.players.write().unwrap();
        players.values().map(|sum| sum.load(Ordering::Relaxed)).sum()
    }
}
