// right: sends requests over a channel without room

use std::sync::mpsc::{self, SyncSender};
use std::thread::{self, JoinHandle};

#[derive(Clone)]
pub struct Client {
    tx: SyncSender<(i64, SyncSender<i64>)>,
}
impl Client {
    pub fn add(&self, n: i64) -> i64 {
        let (r, rx) = mpsc::sync_channel(1);
        self.tx.send((n, r)).unwrap();
        rx.recv().unwrap()
    }
    pub fn add_and_forget(&self, n: i64) {
        let (r, _) = mpsc::sync_channel(1);
        self.tx.send((n, r)).unwrap();
    }
    pub fn get(&self) -> i64 {
        self.add(0)
    }
}
pub fn start() -> (Client, JoinHandle<usize>) {
    let (tx, rx) = mpsc::sync_channel::<(i64, SyncSender<i64>)>(0);
    (
        Client { tx },
        thread::spawn(move || {
            let (mut number, mut served) = (0, 0);
            while let Ok((n, r)) = rx.recv() {
                number += n;
                r.try_send(number).ok();
                served += 1;
            }
            served
        }),
    )
}
