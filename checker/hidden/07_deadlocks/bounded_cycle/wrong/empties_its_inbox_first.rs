// wrong: takes everything out of its inbox before it works on anything: a queue without a bound after all
// finding: no_more_than_cap_items_wait: wrong_result

use std::collections::VecDeque;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver, SyncSender};
use std::thread;
use std::time::Duration;

const RESULT: u32 = 1_000;

enum Message {
    Item(u32),
    Done,
}

pub fn ping_network(seed: Vec<u32>, cap: usize, rule: impl Fn(u32) -> Vec<u32> + Sync) -> Vec<u32> {
    let open = AtomicUsize::new(seed.len());
    let (to_first, first_inbox) = mpsc::sync_channel(cap);
    let (to_second, second_inbox) = mpsc::sync_channel(cap);
    let mut first = Worker {
        inbox: first_inbox,
        peer: to_second,
        open: &open,
        rule: &rule,
        results: Vec::new(),
        aside: VecDeque::new(),
    };
    let mut second = Worker {
        inbox: second_inbox,
        peer: to_first,
        open: &open,
        rule: &rule,
        results: Vec::new(),
        aside: VecDeque::new(),
    };
    thread::scope(|scope| {
        let second = scope.spawn(move || {
            second.run(Vec::new());
            second.results
        });
        first.run(seed);
        let mut results = first.results;
        results.extend(second.join().unwrap());
        results
    })
}

struct Worker<'a, F> {
    inbox: Receiver<Message>,
    peer: SyncSender<Message>,
    open: &'a AtomicUsize,
    rule: &'a F,
    results: Vec<u32>,
    aside: VecDeque<u32>,
}

impl<F: Fn(u32) -> Vec<u32>> Worker<'_, F> {
    fn run(&mut self, seed: Vec<u32>) {
        for item in seed {
            self.work_on(item);
        }
        while self.open.load(Ordering::SeqCst) > 0 {
            while let Ok(Message::Item(item)) = self.inbox.try_recv() {
                self.aside.push_back(item);
            }
            match self.aside.pop_front() {
                Some(item) => self.work_on(item),
                None => thread::yield_now(),
            }
        }
    }

    fn work_on(&mut self, item: u32) {
        for new in (self.rule)(item) {
            if new >= RESULT {
                self.results.push(new);
            } else {
                self.open.fetch_add(1, Ordering::SeqCst);
                self.pass_on(new);
            }
        }
        if self.open.fetch_sub(1, Ordering::SeqCst) == 1 {
            self.peer.send(Message::Done).ok();
        }
    }

    fn pass_on(&mut self, item: u32) {
        while self.peer.try_send(Message::Item(item)).is_err() {
            if let Ok(Message::Item(other)) = self.inbox.recv_timeout(Duration::from_millis(1)) {
                self.aside.push_back(other);
            }
        }
    }
}
