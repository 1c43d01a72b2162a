// right: an atom of oxygen calls two of hydrogen by channels of their own, and waits until they have bonded

use std::sync::Mutex;
use std::sync::mpsc::{self, Receiver, Sender};

/// How to call an atom of hydrogen, and how it says that it is done.
struct Hydrogen {
    go: Sender<()>,
    done: Receiver<()>,
}

pub struct Factory {
    come: Sender<Hydrogen>,
    waiting: Mutex<Receiver<Hydrogen>>,
}

impl Factory {
    pub fn new() -> Self {
        let (come, waiting) = mpsc::channel();
        Factory { come, waiting: Mutex::new(waiting) }
    }

    pub fn hydrogen(&self, bond: impl FnOnce()) {
        let (go, gone) = mpsc::channel();
        let (is_done, done) = mpsc::channel();
        self.come.send(Hydrogen { go, done }).unwrap();
        gone.recv().unwrap();
        bond();
        is_done.send(()).unwrap();
    }

    pub fn oxygen(&self, bond: impl FnOnce()) {
        // One group at a time: the lock is held until it has bonded.
        let waiting = self.waiting.lock().unwrap();
        let two = [waiting.recv().unwrap(), waiting.recv().unwrap()];
        for hydrogen in &two {
            hydrogen.go.send(()).unwrap();
        }
        bond();
        for hydrogen in &two {
            hydrogen.done.recv().unwrap();
        }
    }
}
