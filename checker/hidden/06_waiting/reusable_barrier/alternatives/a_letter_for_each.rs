// right: each thread leaves the sending end of a channel; the last to arrive takes them all and writes to each

use std::mem;
use std::sync::Mutex;
use std::sync::mpsc::{self, Sender};

pub struct MyBarrier {
    n: usize,
    waiting: Mutex<Vec<Sender<()>>>,
}

impl MyBarrier {
    pub fn new(n: usize) -> Self {
        MyBarrier { n, waiting: Mutex::default() }
    }

    pub fn wait(&self) -> bool {
        let mut waiting = self.waiting.lock().unwrap();
        if waiting.len() + 1 == self.n {
            for thread in mem::take(&mut *waiting) {
                thread.send(()).unwrap();
            }
            return true;
        }
        let (all_here, letter) = mpsc::channel();
        waiting.push(all_here);
        drop(waiting);
        letter.recv().unwrap();
        false
    }
}
