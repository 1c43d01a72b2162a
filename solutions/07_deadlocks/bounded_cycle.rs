//! # A circle of bounded queues
//!
//! A worker that waits for room in the other's inbox keeps its own inbox moving: what it finds there it sets aside. So
//! neither can hold up the other. For that it has to wait for two things at once, room here or an item there, and a
//! condition variable can be notified of both.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};
use std::thread;

/// Items from here on are results.
const RESULT: u32 = 1_000;

/// Both inboxes, behind one lock.
struct Network {
    state: Mutex<State>,
    /// Something was put into an inbox, or taken out of one, or the last item is done.
    changed: Condvar,
    cap: usize,
}

struct State {
    inboxes: [VecDeque<u32>; 2],
    /// Items, here or there, for which `rule` has not been called yet, or is being called.
    open: usize,
}

/// Lets two workers pass items to each other until only results are left.
pub fn ping_network(seed: Vec<u32>, cap: usize, rule: impl Fn(u32) -> Vec<u32> + Sync) -> Vec<u32> {
    let state = State { inboxes: Default::default(), open: seed.len() };
    let network = Network { state: Mutex::new(state), changed: Condvar::new(), cap };
    thread::scope(|scope| {
        let second = scope.spawn(|| network.work(1, VecDeque::new(), &rule));
        let mut results = network.work(0, seed.into(), &rule);
        results.extend(second.join().unwrap());
        results
    })
}

impl Network {
    /// What worker `me` does; `own` is what it begins with. Returns its results.
    fn work(&self, me: usize, mut own: VecDeque<u32>, rule: impl Fn(u32) -> Vec<u32>) -> Vec<u32> {
        let mut results = Vec::new();
        while let Some(item) = self.next(me, &mut own) {
            // No lock is held here: both workers call `rule` at the same time.
            let (finished, others): (Vec<u32>, Vec<u32>) = rule(item).into_iter().partition(|&new| new >= RESULT);
            results.extend(finished);
            self.deliver(me, others, &mut own);
        }
        results
    }

    /// The next item to work on: one of its own, or else one from its inbox. None if no item is left anywhere.
    fn next(&self, me: usize, own: &mut VecDeque<u32>) -> Option<u32> {
        let mut state = self.state.lock().unwrap();
        loop {
            if let Some(item) = own.pop_front() {
                return Some(item);
            }
            if let Some(item) = state.inboxes[me].pop_front() {
                self.changed.notify_all();
                return Some(item);
            }
            if state.open == 0 {
                return None;
            }
            state = self.changed.wait(state).unwrap();
        }
    }

    /// Puts the items that an item has become into the inbox of the other worker.
    fn deliver(&self, me: usize, items: Vec<u32>, own: &mut VecDeque<u32>) {
        let mut state = self.state.lock().unwrap();
        // The new items first, then the old one: the count must not be 0 in between.
        state.open += items.len();
        state.open -= 1;
        for item in items {
            while state.inboxes[1 - me].len() == self.cap {
                // This is what breaks the circle. A single `try_send` after another would break it, too, if it received
                // in between, but it would burn a processor. A larger inbox would only make the standstill rarer.
                if let Some(other) = state.inboxes[me].pop_front() {
                    own.push_back(other);
                    self.changed.notify_all();
                    continue;
                }
                state = self.changed.wait(state).unwrap();
            }
            state.inboxes[1 - me].push_back(item);
            self.changed.notify_all();
        }
        if state.open == 0 {
            self.changed.notify_all();
        }
    }
}
