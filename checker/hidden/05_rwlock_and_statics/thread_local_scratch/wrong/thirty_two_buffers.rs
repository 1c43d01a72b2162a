// wrong: has 32 buffers for each thread, and none for one more call inside the others
// finding: calls_can_be_deep_inside_each_other: wrong_result

use std::cell::RefCell;

thread_local!(static BUFFERS: [RefCell<Vec<u8>>; 32] = const { [const { RefCell::new(Vec::new()) }; 32] });
pub fn with_scratch<R>(f: impl FnOnce(&mut Vec<u8>) -> R) -> R {
    BUFFERS.with(|buffers| {
        let mut buffer = buffers.iter().find_map(|buffer| buffer.try_borrow_mut().ok()).unwrap();
        buffer.clear();
        f(&mut buffer)
    })
}
