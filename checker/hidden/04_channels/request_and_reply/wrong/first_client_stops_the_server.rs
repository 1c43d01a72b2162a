// wrong: the server stops when the client that `start` returned is dropped, though clones may still need it
// finding: the_server_runs_for_every_clone: panic

use std::sync::mpsc::{self, Sender};
use std::thread::{self, JoinHandle};

enum Request {
    Add(i64, Sender<i64>),
    Get(Sender<i64>),
    Stop,
}

pub struct Client {
    requests: Sender<Request>,
    is_the_first: bool,
}

impl Clone for Client {
    fn clone(&self) -> Self {
        Client { requests: self.requests.clone(), is_the_first: false }
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        if self.is_the_first {
            self.requests.send(Request::Stop).ok();
        }
    }
}

impl Client {
    pub fn add(&self, n: i64) -> i64 {
        let (reply, receiver) = mpsc::channel();
        self.requests.send(Request::Add(n, reply)).unwrap();
        receiver.recv().unwrap()
    }

    pub fn add_and_forget(&self, n: i64) {
        let (reply, _) = mpsc::channel();
        self.requests.send(Request::Add(n, reply)).unwrap();
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
                Request::Stop => break,
            }
            served += 1;
        }
        served
    });
    (Client { requests, is_the_first: true }, server)
}
