// right: no entry API, but one guard from the look-up to the write

use std::collections::BTreeMap;
use std::sync::Mutex;

pub struct Score {
    points: Mutex<BTreeMap<String, u64>>,
}

impl Score {
    pub fn new() -> Self {
        Score { points: Mutex::new(BTreeMap::new()) }
    }

    pub fn add(&self, player: &str, points: u64) -> u64 {
        let mut score = self.points.lock().unwrap();
        let before = score.get(player).copied().unwrap_or(0);
        score.insert(player.to_owned(), before + points);
        drop(score);
        before + points
    }

    pub fn total(&self) -> u64 {
        let score = self.points.lock().unwrap();
        let mut total = 0;
        for points in score.values() {
            total += points;
        }
        total
    }
}
