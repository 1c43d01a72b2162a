// wrong: a channel with `n` tokens; `try_acquire` gives up while another thread is about to take one of several
// finding: a_free_permit_is_had_whatever_others_do: wrong_result

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
        self.tokens.try_lock().ok()?.try_recv().ok()?;
        Some(Permit { back: &self.back })
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        self.back.send(()).ok();
    }
}
