// wrong: an atomic for each player, but a load and a store are two steps
// finding: two_additions_to_one_player: wrong_result

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
        self.players.write().unwrap().entry(player.to_owned()).or_default();
        let players = self.players.read().unwrap();
        let sum = &players[player];
        let after = sum.load(Ordering::SeqCst) + points;
        sum.store(after, Ordering::SeqCst);
        after
    }

    pub fn total(&self) -> u64 {
        let players = self.players.write().unwrap();
        players.values().map(|sum| sum.load(Ordering::SeqCst)).sum()
    }
}
