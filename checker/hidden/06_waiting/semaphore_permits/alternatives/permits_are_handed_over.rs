// right: first come, first served: a permit that comes back is handed to the thread that has waited longest

use std::collections::VecDeque;
use std::sync::Mutex;
use std::sync::mpsc::{self, Sender};

pub struct Semaphore {
    state: Mutex<State>,
}

struct State {
    free: usize,
    waiting: VecDeque<Sender<()>>,
}

pub struct Permit<'a> {
    semaphore: &'a Semaphore,
}

impl Semaphore {
    pub fn new(n: usize) -> Self {
        Semaphore { state: Mutex::new(State { free: n, waiting: VecDeque::new() }) }
    }

    pub fn acquire(&self) -> Permit<'_> {
        let mut state = self.state.lock().unwrap();
        if state.free > 0 {
            state.free -= 1;
        } else {
            let (hand_over, permit) = mpsc::channel();
            state.waiting.push_back(hand_over);
            drop(state);
            permit.recv().unwrap();
        }
        Permit { semaphore: self }
    }

    pub fn try_acquire(&self) -> Option<Permit<'_>> {
        let mut state = self.state.lock().unwrap();
        state.free = state.free.checked_sub(1)?;
        Some(Permit { semaphore: self })
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        let mut state = self.semaphore.state.lock().unwrap();
        match state.waiting.pop_front() {
            Some(next) => next.send(()).unwrap(),
            None => state.free += 1,
        }
    }
}
