// wrong: locks for the read and locks again for the write, so two threads can read the same value
// finding: two_additions_to_one_player: wrong_result

use std::collections::HashMap;
use std::sync::Mutex;

pub struct Score {
    points: Mutex<HashMap<String, u64>>,
}

impl Score {
    pub fn new() -> Self {
        Score { points: Mutex::new(HashMap::new()) }
    }

    pub fn add(&self, player: &str, points: u64) -> u64 {
        let before = {
            let score = self.points.lock().unwrap();
            *score.get(player).unwrap_or(&0)
        };
        let mut score = self.points.lock().unwrap();
        score.insert(player.to_string(), before + points);
        before + points
    }

    pub fn total(&self) -> u64 {
        self.points.lock().unwrap().values().sum()
    }
}
