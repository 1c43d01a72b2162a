// right: readers of the total share the lock, an addition takes it alone

use std::sync::RwLock;

pub struct Score {
    players: RwLock<Vec<(String, u64)>>,
}

impl Score {
    pub const fn new() -> Self {
        Score { players: RwLock::new(Vec::new()) }
    }

    pub fn add(&self, player: &str, points: u64) -> u64 {
        let mut players = self.players.write().unwrap();
        match players.iter_mut().find(|(name, _)| name == player) {
            Some((_, sum)) => {
                *sum += points;
                *sum
            }
            None => {
                players.push((player.into(), points));
                points
            }
        }
    }

    pub fn total(&self) -> u64 {
        self.players.read().unwrap().iter().map(|(_, sum)| sum).sum()
    }
}
