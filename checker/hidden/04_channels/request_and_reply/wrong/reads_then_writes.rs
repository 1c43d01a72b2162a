// wrong: the client reads the number and sends back the sum: two requests for one addition
// finding: two_clients_each_get_their_own_reply: wrong_result

use std::sync::mpsc::{self, Sender};
use std::thread::{self, JoinHandle};

enum Request {
    Read(Sender<i64>),
    Write(i64),
    Get(Sender<i64>),
}

#[derive(Clone)]
pub struct Client {
    requests: Sender<Request>,
}

impl Client {
    pub fn add(&self, n: i64) -> i64 {
        let sum = self.ask(Request::Read) + n;
        self.requests.send(Request::Write(sum)).unwrap();
        sum
    }

    pub fn add_and_forget(&self, n: i64) {
        self.add(n);
    }

    pub fn get(&self) -> i64 {
        self.ask(Request::Get)
    }

    fn ask(&self, request: fn(Sender<i64>) -> Request) -> i64 {
        let (reply, receiver) = mpsc::channel();
        self.requests.send(request(reply)).unwrap();
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
                Request::Read(reply) => {
                    reply.send(number).ok();
                    continue;
                }
                Request::Write(sum) => number = sum,
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
