// right: a request is a closure that the server runs with its number; it knows itself where the reply goes

use std::sync::mpsc::{self, Sender};
use std::thread::{self, JoinHandle};

type Request = Box<dyn FnOnce(&mut i64) + Send>;

#[derive(Clone)]
pub struct Client {
    requests: Sender<Request>,
}

impl Client {
    pub fn add(&self, n: i64) -> i64 {
        let (reply, receiver) = mpsc::channel();
        let request = move |number: &mut i64| {
            *number += n;
            let _ = reply.send(*number);
        };
        self.requests.send(Box::new(request)).unwrap();
        receiver.recv().unwrap()
    }

    pub fn add_and_forget(&self, n: i64) {
        self.requests.send(Box::new(move |number: &mut i64| *number += n)).unwrap();
    }

    pub fn get(&self) -> i64 {
        self.add(0)
    }
}

pub fn start() -> (Client, JoinHandle<usize>) {
    let (requests, inbox) = mpsc::channel::<Request>();
    let server = thread::spawn(move || {
        let mut number = 0;
        inbox.into_iter().map(|request| request(&mut number)).count()
    });
    (Client { requests }, server)
}
