// wrong: the guard in the head of an `if let` lives until the end of its block
// finding: a_number_goes_back_in: deadlock

use std::collections::VecDeque;
use std::sync::Mutex;

#[derive(Default)]
pub struct Queue(Mutex<VecDeque<u32>>);

impl Queue {
    pub fn push(&self, number: u32) {
        self.0.lock().unwrap().push_back(number); //~ lock
    }

    /// Takes a number out and puts the next lower one in.
    pub fn count_down(&self) {
        //~ lock
        if let Some(number @ 1..) = self.0.lock().unwrap().pop_front() {
            self.push(number - 1);
        }
    }

    pub fn len(&self) -> usize {
        self.0.lock().unwrap().len()
    }
}
