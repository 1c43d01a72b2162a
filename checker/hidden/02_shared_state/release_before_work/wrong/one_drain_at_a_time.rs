// wrong: has a lock of its own that lets only one drain work at a time
// finding: a_second_drain_does_not_wait_for_the_first: deadlock

use std::collections::VecDeque;
use std::sync::Mutex;

static WORKING: Mutex<()> = Mutex::new(());

pub fn drain<T, R>(inbox: &Mutex<VecDeque<T>>, out: &Mutex<Vec<R>>, f: impl Fn(T, &Mutex<VecDeque<T>>) -> R) {
    loop {
        let _working = WORKING.lock().unwrap(); //~ lock
        let item = inbox.lock().unwrap().pop_front();
        let Some(item) = item else { break };
        let result = f(item, inbox);
        out.lock().unwrap().push(result);
    }
}
