// right: counts what has happened, and parks while that is not all

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

pub fn both(one: impl FnOnce() + Send, two: impl FnOnce() + Send) {
    let caller = thread::current();
    let done = AtomicU32::new(0);
    thread::scope(|scope| {
        scope.spawn(|| {
            one();
            done.fetch_add(1, SeqCst);
            caller.unpark();
        });
        scope.spawn(|| {
            two();
            done.fetch_add(1, SeqCst);
            caller.unpark();
        });
        while done.load(SeqCst) < 2 {
            thread::park();
        }
    });
}
