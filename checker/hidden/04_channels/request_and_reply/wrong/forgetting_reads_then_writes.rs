// wrong: an addition that is to be forgotten reads the number first and then writes back the sum
// finding: a_forgotten_addition_counts: wrong_result

use std::sync::mpsc::{self, Sender};
use std::thread::{self, JoinHandle};

enum Request {
    Add(i64, Sender<i64>),
    Get(Sender<i64>),
    Read(Sender<i64>),
    Write(i64),
}

#[derive(Clone)]
pub struct Client {
    requests: Sender<Request>,
}

impl Client {
    pub fn add(&self, n: i64) -> i64 {
        let (reply, receiver) = mpsc::channel();
        self.requests.send(Request::Add(n, reply)).unwrap();
        receiver.recv().unwrap()
    }

    pub fn add_and_forget(&self, n: i64) {
        let (reply, receiver) = mpsc::channel();
        self.requests.send(Request::Read(reply)).unwrap();
        let number = receiver.recv().unwrap();
        self.requests.send(Request::Write(number + n)).unwrap();
    }

    pub fn get(&self) -> i64 {
        let (reply, receiver) = mpsc::channel();
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
                Request::Read(reply) => {
                    reply.send(number).ok();
                    continue;
                }
                Request::Write(sum) => number = sum,
            }
            served += 1;
        }
        served
    });
    (Client { requests }, server)
}
