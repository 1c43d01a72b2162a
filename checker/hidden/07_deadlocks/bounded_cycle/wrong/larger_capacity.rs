// wrong: makes the queues larger, so that this standstill does not come
// finding: no_more_than_cap_items_wait: wrong_result

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver, SyncSender};
use std::thread;

const RESULT: u32 = 1_000;

enum Message {
    Item(u32),
    Done,
}

pub fn ping_network(seed: Vec<u32>, cap: usize, rule: impl Fn(u32) -> Vec<u32> + Sync) -> Vec<u32> {
    let open = AtomicUsize::new(seed.len());
    let (to_first, first_inbox) = mpsc::sync_channel(16 * cap);
    let (to_second, second_inbox) = mpsc::sync_channel(16 * cap);
    let mut first = Worker { inbox: first_inbox, peer: to_second, open: &open, rule: &rule, results: Vec::new() };
    let mut second = Worker { inbox: second_inbox, peer: to_first, open: &open, rule: &rule, results: Vec::new() };
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
}

impl<F: Fn(u32) -> Vec<u32>> Worker<'_, F> {
    fn run(&mut self, seed: Vec<u32>) {
        for item in seed {
            self.work_on(item);
        }
        while self.open.load(Ordering::SeqCst) > 0 {
            if let Message::Item(item) = self.inbox.recv().unwrap() {
                self.work_on(item);
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
        self.peer.send(Message::Item(item)).unwrap();
    }
}
