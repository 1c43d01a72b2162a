// wrong: who is dropped looks whether it is the last; two clients may both see that they are not
// finding: two_clients_are_dropped_at_the_same_time: deadlock

use std::sync::Arc;
use std::sync::mpsc::{self, Sender, SyncSender};
use std::thread::{self, JoinHandle};

enum Request {
    Add(i64, SyncSender<i64>),
    Stop,
}

pub struct Client {
    requests: Sender<Request>,
    alive: Arc<()>,
}

impl Clone for Client {
    fn clone(&self) -> Self {
        Client { requests: self.requests.clone(), alive: self.alive.clone() }
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        if Arc::strong_count(&self.alive) == 1 {
            self.requests.send(Request::Stop).ok();
        }
    }
}

impl Client {
    fn ask(&self, n: i64) -> mpsc::Receiver<i64> {
        let (s, r) = mpsc::sync_channel(1);
        self.requests.send(Request::Add(n, s)).unwrap();
        r
    }

    pub fn add(&self, n: i64) -> i64 {
        self.ask(n).recv().unwrap()
    }

    pub fn get(&self) -> i64 {
        self.add(0)
    }

    pub fn add_and_forget(&self, n: i64) {
        self.ask(n);
    }
}

pub fn start() -> (Client, JoinHandle<usize>) {
    let (requests, inbox) = mpsc::channel::<Request>();
    let kept = requests.clone();
    (
        Client { requests, alive: Arc::default() },
        thread::spawn(move || {
            let _kept = kept;
            let (mut number, mut served) = (0, 0);
            for request in inbox {
                let Request::Add(n, to) = request else { break };
                served += 1;
                number += n;
                to.send(number).ok();
            }
            served
        }),
    )
}
