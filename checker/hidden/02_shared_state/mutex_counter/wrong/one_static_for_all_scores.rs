// wrong: keeps the points in a static, which all scores share
// finding: points_of_another_do_not_count: wrong_result

use std::collections::BTreeMap;
use std::sync::Mutex;

static POINTS: Mutex<BTreeMap<String, u64>> = Mutex::new(BTreeMap::new());

#[derive(Default)]
pub struct Score;

impl Score {
    pub fn new() -> Self {
        Self
    }

    pub fn add(&self, player: &str, points: u64) -> u64 {
        let mut score = POINTS.lock().unwrap();
        let sum = score.entry(player.to_owned()).or_default();
        *sum += points;
        *sum
    }

    pub fn total(&self) -> u64 {
        POINTS.lock().unwrap().values().sum()
    }
}
