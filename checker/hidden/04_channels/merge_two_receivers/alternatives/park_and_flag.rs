// right: the helpers add up, set a flag and unpark the caller, which parks in a loop

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::Receiver;
use std::thread;

pub fn sum_until_stop(data: Receiver<u64>, stop: Receiver<()>) -> u64 {
    let sum = Arc::new(AtomicU64::new(0));
    let done = Arc::new(AtomicBool::new(false));
    let caller = thread::current();
    {
        let (done, caller) = (Arc::clone(&done), caller.clone());
        thread::spawn(move || {
            if stop.recv().is_ok() {
                done.store(true, Ordering::Release);
                caller.unpark();
            }
        });
    }
    {
        let (sum, done) = (Arc::clone(&sum), Arc::clone(&done));
        thread::spawn(move || {
            for value in data {
                sum.fetch_add(value, Ordering::Relaxed);
            }
            done.store(true, Ordering::Release);
            caller.unpark();
        });
    }
    while !done.load(Ordering::Acquire) {
        thread::park();
    }
    sum.load(Ordering::Relaxed)
}
