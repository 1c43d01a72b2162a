// wrong: empties the buffer after `f`, which a panic jumps over
// finding: after_a_panic: wrong_result

use std::cell::RefCell;

thread_local! {
    static SCRATCH: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

pub fn with_scratch<R>(f: impl FnOnce(&mut Vec<u8>) -> R) -> R {
    SCRATCH.with(|scratch| match scratch.try_borrow_mut() {
        Ok(mut buffer) => {
            let result = f(&mut buffer);
            buffer.clear();
            result
        }
        Err(_) => f(&mut Vec::new()),
    })
}
