// wrong: calls a method that takes the lock it holds

use std::sync::Mutex;

#[derive(Default)]
pub struct Scores(Mutex<Vec<u32>>);

impl Scores {
    /// The sum with the new score in it.
    pub fn add(&self, score: u32) -> u32 {
        let mut scores = self.0.lock().unwrap(); //~ lock
        scores.push(score);
        self.sum()
    }

    pub fn sum(&self) -> u32 {
        self.0.lock().unwrap().iter().sum() //~ lock
    }
}
