// wrong: a new buffer that is large enough for most
// finding: the_capacity_is_kept: wrong_result

pub fn with_scratch<R>(f: impl FnOnce(&mut Vec<u8>) -> R) -> R {
    f(&mut Vec::with_capacity(4096))
}
