// right: sums what it has locked already

use std::sync::Mutex;

#[derive(Default)]
pub struct Scores(Mutex<Vec<u32>>);

impl Scores {
    /// The sum with the new score in it.
    pub fn add(&self, score: u32) -> u32 {
        let mut scores = self.0.lock().unwrap();
        scores.push(score);
        scores.iter().sum()
    }

    pub fn sum(&self) -> u32 {
        self.0.lock().unwrap().iter().sum()
    }
}
