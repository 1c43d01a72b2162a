// right: one thread owns the map; everybody else sends it requests

use std::collections::HashMap;
use std::sync::mpsc::{self, Sender};
use std::thread;

enum Request {
    Add { player: String, points: u64, reply: Sender<u64> },
    Total { reply: Sender<u64> },
}

pub struct Score {
    requests: Sender<Request>,
}

impl Score {
    pub fn new() -> Self {
        let (requests, inbox) = mpsc::channel();
        thread::spawn(move || {
            let mut points_of: HashMap<String, u64> = HashMap::new();
            for request in inbox {
                let (reply, answer) = match request {
                    Request::Add { player, points, reply } => {
                        let sum = points_of.entry(player).or_default();
                        *sum += points;
                        (reply, *sum)
                    }
                    Request::Total { reply } => (reply, points_of.values().sum()),
                };
                reply.send(answer).unwrap();
            }
        });
        Score { requests }
    }

    fn ask(&self, request: impl FnOnce(Sender<u64>) -> Request) -> u64 {
        let (reply, answer) = mpsc::channel();
        self.requests.send(request(reply)).unwrap();
        answer.recv().unwrap()
    }

    pub fn add(&self, player: &str, points: u64) -> u64 {
        self.ask(|reply| Request::Add { player: player.to_owned(), points, reply })
    }

    pub fn total(&self) -> u64 {
        self.ask(|reply| Request::Total { reply })
    }
}
