// wrong: one buffer for all; who does not get it works with a new one
// finding: another_thread_does_not_take_it: wrong_result

use std::sync::{Mutex, PoisonError, TryLockError};

static SCRATCH: Mutex<Vec<u8>> = Mutex::new(Vec::new());

pub fn with_scratch<R>(f: impl FnOnce(&mut Vec<u8>) -> R) -> R {
    let mut buffer = match SCRATCH.try_lock() {
        Ok(buffer) => buffer,
        Err(TryLockError::Poisoned(error)) => PoisonError::into_inner(error),
        Err(TryLockError::WouldBlock) => return f(&mut Vec::new()),
    };
    buffer.clear();
    f(&mut buffer)
}
