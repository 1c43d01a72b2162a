// wrong: keeps the grand total in an atomic of its own and updates it when the lock is free again
// finding: total_counts_what_add_has_counted: wrong_result

use std::collections::HashMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

#[derive(Default)]
pub struct Score {
    points: Mutex<HashMap<String, u64>>,
    total: AtomicU64,
}

impl Score {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn add(&self, player: &str, points: u64) -> u64 {
        let after = {
            let mut score = self.points.lock().unwrap();
            let sum = score.entry(player.to_owned()).or_default();
            *sum += points;
            *sum
        };
        self.total.fetch_add(points, Ordering::SeqCst);
        after
    }

    pub fn total(&self) -> u64 {
        self.total.load(Ordering::SeqCst)
    }
}
