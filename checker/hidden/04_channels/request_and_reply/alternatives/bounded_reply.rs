// right: a bounded channel for each reply, with room for the one value

use std::sync::mpsc::{self, Sender, SyncSender};
use std::thread::{self, JoinHandle};

enum Request {
    Add(i64, SyncSender<i64>),
    Get(SyncSender<i64>),
}

#[derive(Clone)]
pub struct Client {
    requests: Sender<Request>,
}

impl Client {
    pub fn add(&self, n: i64) -> i64 {
        let (reply, receiver) = mpsc::sync_channel(1);
        self.requests.send(Request::Add(n, reply)).unwrap();
        receiver.recv().unwrap()
    }

    pub fn add_and_forget(&self, n: i64) {
        let (reply, _) = mpsc::sync_channel(1);
        self.requests.send(Request::Add(n, reply)).unwrap();
    }

    pub fn get(&self) -> i64 {
        let (reply, receiver) = mpsc::sync_channel(1);
        self.requests.send(Request::Get(reply)).unwrap();
        receiver.recv().unwrap()
    }
}

pub fn start() -> (Client, JoinHandle<usize>) {
    let (requests, inbox) = mpsc::channel();
    let server = thread::spawn(move || {
        let mut number = 0;
        let mut served = 0;
        for request in inbox {
            match request {
                Request::Add(n, reply) => {
                    number += n;
                    reply.send(number).ok();
                }
                Request::Get(reply) => {
                    reply.send(number).ok();
                }
            }
            served += 1;
        }
        served
    });
    (Client { requests }, server)
}
