// right: the buffer stays borrowed while `f` runs; a call inside `f` notices that and takes a new one

use std::cell::RefCell;

thread_local! {
    static SCRATCH: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

pub fn with_scratch<R>(f: impl FnOnce(&mut Vec<u8>) -> R) -> R {
    SCRATCH.with(|scratch| {
        let Ok(mut buffer) = scratch.try_borrow_mut() else {
            return f(&mut Vec::new());
        };
        buffer.clear();
        f(&mut buffer)
    })
}
