//! Who tries a lock while another thread has it does not get it, even if that other thread does nothing else meanwhile.

use std::sync::Mutex;
use std::thread;

fn two_additions(add: fn(&Mutex<u32>)) {
    let sum = Mutex::new(0);
    thread::scope(|scope| {
        scope.spawn(|| add(&sum));
        add(&sum);
    });
    if sum.into_inner().unwrap() != 2 {
        std::fail("an addition was lost");
    }
}

pub(crate) fn wrong() {
    two_additions(|sum| {
        if let Ok(mut sum) = sum.try_lock() {
            *sum += 1;
        }
    });
}

pub(crate) fn right() {
    two_additions(|sum| match sum.try_lock() {
        Ok(mut sum) => *sum += 1,
        Err(_) => *sum.lock().unwrap() += 1,
    });
}
