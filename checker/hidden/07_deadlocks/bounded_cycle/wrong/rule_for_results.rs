// wrong: calls `rule` for the results as well
// finding: every_item_becomes_a_result: wrong_result

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};
use std::thread;

const RESULT: u32 = 1_000;

struct Network {
    state: Mutex<State>,
    changed: Condvar,
    cap: usize,
}

struct State {
    inboxes: [VecDeque<u32>; 2],
    open: usize,
}

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
    fn work(&self, me: usize, mut own: VecDeque<u32>, rule: impl Fn(u32) -> Vec<u32>) -> Vec<u32> {
        let mut results = Vec::new();
        while let Some(item) = self.next(me, &mut own) {
            let (finished, others): (Vec<u32>, Vec<u32>) = rule(item).into_iter().partition(|&new| new >= RESULT);
            for f in &finished {
                rule(*f);
            }
            results.extend(finished);
            self.deliver(me, others, &mut own);
        }
        results
    }

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

    fn deliver(&self, me: usize, items: Vec<u32>, own: &mut VecDeque<u32>) {
        let mut state = self.state.lock().unwrap();
        state.open += items.len();
        state.open -= 1;
        for item in items {
            while state.inboxes[1 - me].len() == self.cap {
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
