// wrong: calls `f` on the calling thread
// finding: f_runs_on_another_thread: wrong_result

pub fn apply_on_thread<T: Send + 'static, R: Send + 'static>(mut value: T, f: fn(&mut T) -> R) -> (T, R) {
    let result = f(&mut value);
    (value, result)
}
