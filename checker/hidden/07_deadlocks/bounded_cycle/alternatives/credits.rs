// right: a worker may send only as many items as the other one has given it credits for; both come through one channel

use std::collections::VecDeque;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

const RESULT: u32 = 1_000;

enum Message {
    Item(u32),
    Credit,
    Done,
}

pub fn ping_network(seed: Vec<u32>, cap: usize, rule: impl Fn(u32) -> Vec<u32> + Sync) -> Vec<u32> {
    let open = AtomicUsize::new(seed.len());
    let (to_first, first_inbox) = mpsc::channel();
    let (to_second, second_inbox) = mpsc::channel();
    let worker = |inbox, peer, own: Vec<u32>| Worker {
        inbox,
        peer,
        credits: cap,
        arrived: VecDeque::new(),
        own: own.into(),
        open: &open,
        rule: &rule,
    };
    let first = worker(first_inbox, to_second, seed);
    let second = worker(second_inbox, to_first, Vec::new());
    thread::scope(|scope| {
        let second = scope.spawn(move || second.run());
        let mut results = first.run();
        results.extend(second.join().unwrap());
        results
    })
}

struct Worker<'a, F> {
    inbox: Receiver<Message>,
    peer: Sender<Message>,
    credits: usize,
    arrived: VecDeque<u32>,
    own: VecDeque<u32>,
    open: &'a AtomicUsize,
    rule: &'a F,
}

impl<F: Fn(u32) -> Vec<u32>> Worker<'_, F> {
    fn run(mut self) -> Vec<u32> {
        let mut results = Vec::new();
        while let Some(item) = self.next() {
            for new in (self.rule)(item) {
                if new >= RESULT {
                    results.push(new);
                    continue;
                }
                self.open.fetch_add(1, Ordering::SeqCst);
                while self.credits == 0 {
                    self.hear();
                    if let Some(other) = self.take_arrived() {
                        self.own.push_back(other);
                    }
                }
                self.credits -= 1;
                self.peer.send(Message::Item(new)).unwrap();
            }
            if self.open.fetch_sub(1, Ordering::SeqCst) == 1 {
                self.peer.send(Message::Done).ok();
            }
        }
        results
    }

    fn next(&mut self) -> Option<u32> {
        loop {
            if let Some(item) = self.own.pop_front().or_else(|| self.take_arrived()) {
                return Some(item);
            }
            if self.open.load(Ordering::SeqCst) == 0 {
                return None;
            }
            self.hear();
        }
    }

    fn hear(&mut self) {
        match self.inbox.recv() {
            Ok(Message::Item(item)) => self.arrived.push_back(item),
            Ok(Message::Credit) => self.credits += 1,
            Ok(Message::Done) | Err(_) => {}
        }
    }

    fn take_arrived(&mut self) -> Option<u32> {
        let item = self.arrived.pop_front()?;
        self.peer.send(Message::Credit).ok();
        Some(item)
    }
}
