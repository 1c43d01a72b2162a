// wrong: has three buffers for each thread, and none for a fourth call inside the others
// finding: calls_can_be_deep_inside_each_other: wrong_result

use std::cell::RefCell;

thread_local!(static B: [RefCell<Vec<u8>>; 3] = const { [const { RefCell::new(Vec::new()) }; 3] });
pub fn with_scratch<R>(f: impl FnOnce(&mut Vec<u8>) -> R) -> R {
    B.with(|b| {
        let mut g = b.iter().find_map(|b| b.try_borrow_mut().ok()).unwrap();
        g.clear();
        f(&mut g)
    })
}
