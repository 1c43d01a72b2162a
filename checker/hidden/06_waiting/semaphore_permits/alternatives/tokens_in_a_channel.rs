// right: a channel with `n` tokens in it; whoever holds a permit has taken one out

use std::sync::Mutex;
use std::sync::mpsc::{self, Receiver, Sender};

pub struct Semaphore {
    back: Sender<()>,
    tokens: Mutex<Receiver<()>>,
}

pub struct Permit<'a> {
    back: &'a Sender<()>,
}

impl Semaphore {
    pub fn new(n: usize) -> Self {
        let (back, tokens) = mpsc::channel();
        for _ in 0..n {
            back.send(()).unwrap();
        }
        Semaphore { back, tokens: Mutex::new(tokens) }
    }

    pub fn acquire(&self) -> Permit<'_> {
        self.tokens.lock().unwrap().recv().unwrap();
        Permit { back: &self.back }
    }

    pub fn try_acquire(&self) -> Option<Permit<'_>> {
        // If the lock is taken, somebody waits for a token, so there is none, or takes one this very moment.
        self.tokens.try_lock().ok()?.try_recv().ok()?;
        Some(Permit { back: &self.back })
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        self.back.send(()).ok();
    }
}
