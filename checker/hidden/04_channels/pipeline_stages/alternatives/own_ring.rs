// right: a queue behind a mutex, one condition variable, and a flag for the end in each direction

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};
use std::thread;

struct Ring<B> {
    items: VecDeque<B>,
    no_more_items: bool,
    stopped: bool,
}

pub fn pipeline<A, B, C>(input: Vec<A>, cap: usize, f: fn(A) -> B, g: fn(B) -> Option<C>) -> Vec<C>
where
    A: Send + 'static,
    B: Send + 'static,
    C: Send + 'static,
{
    let ring = Mutex::new(Ring { items: VecDeque::new(), no_more_items: false, stopped: false });
    let changed = Condvar::new();
    thread::scope(|scope| {
        scope.spawn(|| {
            for item in input {
                let item = f(item);
                let full = |ring: &mut Ring<B>| ring.items.len() == cap && !ring.stopped;
                let mut ring = changed.wait_while(ring.lock().unwrap(), full).unwrap();
                if ring.stopped {
                    return;
                }
                ring.items.push_back(item);
                changed.notify_one();
            }
            ring.lock().unwrap().no_more_items = true;
            changed.notify_one();
        });
        let mut results = Vec::new();
        loop {
            let empty = |ring: &mut Ring<B>| ring.items.is_empty() && !ring.no_more_items;
            let item = changed.wait_while(ring.lock().unwrap(), empty).unwrap().items.pop_front();
            changed.notify_one();
            match item.and_then(g) {
                Some(result) => results.push(result),
                None => break,
            }
        }
        ring.lock().unwrap().stopped = true;
        changed.notify_one();
        results
    })
}
