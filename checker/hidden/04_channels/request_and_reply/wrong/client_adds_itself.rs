// wrong: each client keeps the number for itself and only tells the server about additions
// finding: two_clients_each_get_their_own_reply: wrong_result

use std::cell::Cell;
use std::sync::mpsc::{self, Sender};
use std::thread::{self, JoinHandle};

#[derive(Clone)]
pub struct Client {
    additions: Sender<i64>,
    number: Cell<i64>,
}

impl Client {
    pub fn add(&self, n: i64) -> i64 {
        self.number.set(self.number.get() + n);
        self.additions.send(n).unwrap();
        self.number.get()
    }

    pub fn add_and_forget(&self, n: i64) {
        self.add(n);
    }

    pub fn get(&self) -> i64 {
        self.add(0)
    }
}

pub fn start() -> (Client, JoinHandle<usize>) {
    let (additions, inbox) = mpsc::channel();
    let server = thread::spawn(move || inbox.into_iter().count());
    (Client { additions, number: Cell::new(0) }, server)
}
