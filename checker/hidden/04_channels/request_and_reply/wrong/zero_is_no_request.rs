// wrong: does not send an addition of 0 that nobody waits for
// finding: numbers_may_be_zero_or_large: wrong_result

use std::sync::mpsc::{self, Sender};
use std::thread::{self, JoinHandle};

#[derive(Clone)]
pub struct Client {
    tx: Sender<(i64, Sender<i64>)>,
}
impl Client {
    pub fn add(&self, n: i64) -> i64 {
        let (r, rx) = mpsc::channel();
        self.tx.send((n, r)).unwrap();
        rx.recv().unwrap()
    }
    pub fn add_and_forget(&self, n: i64) {
        if n == 0 {
            return;
        }
        let (r, _) = mpsc::channel();
        self.tx.send((n, r)).unwrap();
    }
    pub fn get(&self) -> i64 {
        self.add(0)
    }
}
pub fn start() -> (Client, JoinHandle<usize>) {
    let (tx, rx) = mpsc::channel::<(i64, Sender<i64>)>();
    (
        Client { tx },
        thread::spawn(move || {
            let (mut number, mut served) = (0, 0);
            for (n, r) in rx {
                number += n;
                r.send(number).ok();
                served += 1;
            }
            served
        }),
    )
}
