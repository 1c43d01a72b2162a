// wrong: leaks the value to get a reference that is `'static`, and returns a clone of what is never dropped
// finding: compile: interface

use std::thread;

pub fn apply_on_thread<T: Clone + Send + Sync + 'static, R: Send + 'static>(value: T, f: fn(&mut T) -> R) -> (T, R) {
    let leaked: &'static mut T = Box::leak(Box::new(value));
    let (leaked, result) = thread::spawn(move || {
        let result = f(leaked);
        (&*leaked, result)
    })
    .join()
    .unwrap();
    (leaked.clone(), result)
}
