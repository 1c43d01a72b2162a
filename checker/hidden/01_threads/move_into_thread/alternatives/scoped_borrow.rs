// right: a scoped thread may borrow the local value, since the scope joins it

use std::thread;

pub fn apply_on_thread<T: Send + 'static, R: Send + 'static>(mut value: T, f: fn(&mut T) -> R) -> (T, R) {
    let result = thread::scope(|scope| scope.spawn(|| f(&mut value)).join().unwrap());
    (value, result)
}
