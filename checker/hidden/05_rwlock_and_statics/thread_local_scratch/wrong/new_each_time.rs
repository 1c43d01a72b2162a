// wrong: a new buffer for each call
// finding: the_capacity_is_kept: wrong_result

pub fn with_scratch<R>(f: impl FnOnce(&mut Vec<u8>) -> R) -> R {
    f(&mut Vec::new())
}
