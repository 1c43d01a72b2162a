// right: the guard ends with the `let`

use std::collections::VecDeque;
use std::sync::Mutex;

#[derive(Default)]
pub struct Queue(Mutex<VecDeque<u32>>);

impl Queue {
    pub fn push(&self, number: u32) {
        self.0.lock().unwrap().push_back(number);
    }

    /// Takes a number out and puts the next lower one in.
    pub fn count_down(&self) {
        let number = self.0.lock().unwrap().pop_front();
        match number {
            None | Some(0) => {}
            Some(number) => self.push(number - 1),
        }
    }

    pub fn len(&self) -> usize {
        self.0.lock().unwrap().len()
    }
}
