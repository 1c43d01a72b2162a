// wrong: counts wakeups, but two of them that come before the first `park` are one

use std::thread;

pub fn both(one: impl FnOnce() + Send, two: impl FnOnce() + Send) {
    let caller = thread::current();
    thread::scope(|scope| {
        scope.spawn(|| {
            one();
            caller.unpark(); //~ unpark
        });
        scope.spawn(|| {
            two();
            caller.unpark(); //~ unpark
        });
        for _ in 0..2 {
            thread::park(); //~ park
        }
    });
}
