// wrong: calls `f` on the caller if the value is small
// finding: a_value_without_a_size: wrong_result

use std::thread;

pub fn apply_on_thread<T, R>(mut value: T, f: fn(&mut T) -> R) -> (T, R)
where
    T: Send + 'static,
    R: Send + 'static,
{
    if size_of::<T>() < 8 {
        let r = f(&mut value);
        return (value, r);
    }
    thread::spawn(move || {
        let r = f(&mut value);
        (value, r)
    })
    .join()
    .unwrap()
}
