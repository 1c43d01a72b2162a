// right: queues of its own behind one mutex each, a look at both, and `yield_now` if neither helps

use std::collections::VecDeque;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

const RESULT: u32 = 1_000;

pub fn ping_network(seed: Vec<u32>, cap: usize, rule: impl Fn(u32) -> Vec<u32> + Sync) -> Vec<u32> {
    let open = AtomicUsize::new(seed.len());
    let inboxes = [Mutex::new(VecDeque::new()), Mutex::new(VecDeque::new())];
    let work = |me: usize, mut own: Vec<u32>| {
        let (inbox, peer): (&Mutex<VecDeque<u32>>, &Mutex<VecDeque<u32>>) = (&inboxes[me], &inboxes[1 - me]);
        let mut results = Vec::new();
        while open.load(Ordering::SeqCst) > 0 {
            let item = own.pop().or_else(|| inbox.lock().unwrap().pop_front());
            let Some(item) = item else {
                thread::yield_now();
                continue;
            };
            let made = rule(item);
            open.fetch_add(made.iter().filter(|&&new| new < RESULT).count(), Ordering::SeqCst);
            for new in made {
                if new >= RESULT {
                    results.push(new);
                    continue;
                }
                while !push(peer, cap, new) {
                    let other = inbox.lock().unwrap().pop_front();
                    match other {
                        Some(other) => own.push(other),
                        None => thread::yield_now(),
                    }
                }
            }
            open.fetch_sub(1, Ordering::SeqCst);
        }
        results
    };
    thread::scope(|scope| {
        let second = scope.spawn(|| work(1, Vec::new()));
        let mut results = work(0, seed);
        results.extend(second.join().unwrap());
        results
    })
}

fn push(inbox: &Mutex<VecDeque<u32>>, cap: usize, item: u32) -> bool {
    let mut inbox = inbox.lock().unwrap();
    let has_room = inbox.len() < cap;
    if has_room {
        inbox.push_back(item);
    }
    has_room
}
