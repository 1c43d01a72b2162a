// right: a lock for each player; `total` keeps new players out and holds every player's lock while it sums up

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, RwLock};

#[derive(Default)]
pub struct Score {
    players: RwLock<BTreeMap<String, Mutex<u64>>>,
}

impl Score {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn add(&self, player: &str, points: u64) -> u64 {
        let known = self.players.read().unwrap().contains_key(player);
        if !known {
            // Another thread may have been faster: `or_default` leaves its player alone.
            self.players.write().unwrap().entry(player.to_owned()).or_default();
        }
        let players = self.players.read().unwrap();
        let mut sum = players[player].lock().unwrap();
        *sum += points;
        *sum
    }

    pub fn total(&self) -> u64 {
        let players = self.players.read().unwrap();
        let guards: Vec<MutexGuard<u64>> = players.values().map(|sum| sum.lock().unwrap()).collect();
        guards.iter().map(|sum| **sum).sum()
    }
}
