// wrong: a pool that all threads share; another thread may have the buffer that this one has made large
// finding: another_thread_does_not_take_it: wrong_result

use std::sync::Mutex;

static POOL: Mutex<Vec<Vec<u8>>> = Mutex::new(Vec::new());

pub fn with_scratch<R>(f: impl FnOnce(&mut Vec<u8>) -> R) -> R {
    let mut buffer = POOL.lock().unwrap().pop().unwrap_or_default();
    buffer.clear();
    let result = f(&mut buffer);
    POOL.lock().unwrap().push(buffer);
    result
}
