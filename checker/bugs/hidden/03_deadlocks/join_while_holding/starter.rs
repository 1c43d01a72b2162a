// wrong: waits for threads that wait for the lock it holds

use std::sync::Mutex;
use std::thread;

pub fn sum(parts: &[u32]) -> u32 {
    let total = &Mutex::new(0);
    thread::scope(|scope| {
        let mut guard = total.lock().unwrap();
        for part in parts {
            let worker = scope.spawn(move || *total.lock().unwrap() += part); //~ lock
            worker.join().unwrap(); //~ join
        }
        *guard += 0;
    });
    *total.lock().unwrap()
}
