// right: the grand total is an atomic that is only written under the lock; `total` reads it without waiting

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
        let mut score = self.points.lock().unwrap();
        let sum = score.entry(player.to_owned()).or_default();
        *sum += points;
        self.total.fetch_add(points, Ordering::SeqCst);
        *sum
    }

    pub fn total(&self) -> u64 {
        self.total.load(Ordering::SeqCst)
    }
}
