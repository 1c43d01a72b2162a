//! # A circle of bounded queues
//!
//! Two workers pass items to each other through bounded queues. A worker that finds no room waits for some. The other one
//! would make room, if it were not waiting itself. No lock is in sight, and the report shows you a deadlock: who waits for
//! whom? Repair the network so that every item arrives, and the queues stay bounded.
//!
//! Why it matters: a full queue is a lock that only the receiver can open. Services that call each other, actors with
//! bounded mailboxes, stages of a pipeline with a way back: wherever messages can run in a circle, a burst fills all the
//! queues of the circle at once, and nobody comes to empty his own because he waits for the next. To take the bound away
//! trades the standstill for a process that eats all memory. The way out is to go on receiving while you cannot send.
//!
//! ## What must hold
//!
//! - `ping_network(seed, cap, rule)` runs two workers at the same time, each on a thread of its own; the calling thread may
//!   be one of them. Each has an inbox, from which it takes what the other one sends. The first worker starts with `seed`.
//! - A worker calls `rule` once for each item that it has, and gets items for it:
//!   - an item of 1,000 or more is a result,
//!   - any other item goes to the other worker.
//! - It returns all results, in any order, when no item is left anywhere. Every item counts; none is dropped.
//! - At most `cap` items wait in each inbox. `cap` is at least 1.
//! - A worker that has items for the other one, and finds no room for them, keeps them. As long as it has such items it
//!   begins with no other item of `seed`. What it may do is take items out of its own inbox, and set them aside or work on
//!   them: that makes room for the other worker.
//! - Otherwise a worker takes an item out of its inbox only to work on it at once.
//! - It never hangs, whatever the rule, the seed and the cap. If the seed is empty it returns at once.
//! - `rule` may be called on both threads at the same time. It does not panic, and it comes to an end: there is no item
//!   that yields new items for ever.
//!
//! How the workers talk to each other is up to you; channels are one way. So is how a worker waits: it may sleep, or look
//! again and again, with a `thread::yield_now()` in between.
//!
//! Work at the `// TODO`.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver, SyncSender};
use std::thread;

/// Items from here on are results.
const RESULT: u32 = 1_000;

enum Message {
    Item(u32),
    /// No item is left.
    Done,
}

/// Lets two workers pass items to each other until only results are left.
pub fn ping_network(seed: Vec<u32>, cap: usize, rule: impl Fn(u32) -> Vec<u32> + Sync) -> Vec<u32> {
    let open = AtomicUsize::new(seed.len());
    let (to_first, first_inbox) = mpsc::sync_channel(cap);
    let (to_second, second_inbox) = mpsc::sync_channel(cap);
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
    /// Items, here or there, for which `rule` has not been called yet, or is being called.
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
            // There is room. And if the other one has noticed by itself, it is no longer there.
            self.peer.send(Message::Done).ok();
        }
    }

    fn pass_on(&mut self, item: u32) {
        // TODO: while this worker waits for room, who takes something out of its own inbox?
        self.peer.send(Message::Item(item)).unwrap();
    }
}
