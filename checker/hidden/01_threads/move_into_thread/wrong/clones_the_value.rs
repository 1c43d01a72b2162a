// wrong: demands `Clone` and hands a clone to the thread; what `f` changes there is lost as well
// finding: compile: interface

use std::thread;

pub fn apply_on_thread<T: Send + Clone + 'static, R: Send + 'static>(value: T, f: fn(&mut T) -> R) -> (T, R) {
    let mut copy = value.clone();
    let result = thread::spawn(move || f(&mut copy)).join().unwrap();
    (value, result)
}
