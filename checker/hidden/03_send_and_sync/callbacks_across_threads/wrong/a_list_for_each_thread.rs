// wrong: keeps the callbacks in a thread_local, where they need no bounds and no other thread finds them
// finding: callbacks_hear_other_threads: wrong_result

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::atomic::{AtomicUsize, Ordering};

type Entry = (usize, Rc<dyn Fn(&str)>);

thread_local!(static CALLBACKS: RefCell<Vec<Entry>> = const { RefCell::new(Vec::new()) });

static NEXT: AtomicUsize = AtomicUsize::new(0);

pub struct Bus {
    number: usize,
}

impl Bus {
    pub fn new() -> Self {
        Bus { number: NEXT.fetch_add(1, Ordering::Relaxed) }
    }

    pub fn subscribe(&self, f: impl Fn(&str) + 'static) {
        CALLBACKS.with_borrow_mut(|callbacks| callbacks.push((self.number, Rc::new(f))));
    }

    pub fn publish(&self, message: &str) {
        let callbacks = CALLBACKS.with_borrow(Clone::clone);
        for (_, callback) in callbacks.iter().filter(|(number, _)| *number == self.number) {
            callback(message);
        }
    }
}

const _: () = {
    const fn is_send_and_sync<T: Send + Sync>() {}
    is_send_and_sync::<Bus>();
};
