// wrong: keeps the points in numbers that overflow long before u64 does
// finding: points_of_another_do_not_count: wrong_result

use std::collections::HashMap;
use std::sync::Mutex;

#[derive(Default)]
pub struct Score {
    points: Mutex<HashMap<String, u32>>,
}

impl Score {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn add(&self, player: &str, points: u64) -> u64 {
        let mut score = self.points.lock().unwrap();
        let sum = score.entry(player.to_owned()).or_default();
        *sum += points as u32;
        u64::from(*sum)
    }

    pub fn total(&self) -> u64 {
        self.points.lock().unwrap().values().copied().map(u64::from).sum()
    }
}
