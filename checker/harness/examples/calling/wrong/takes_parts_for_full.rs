// wrong: panics at an empty part
// finding: parts_may_be_empty: panic
use std::thread;

pub fn first_of_each(parts: &[Vec<u32>]) -> Vec<u32> {
    thread::scope(|scope| {
        let threads: Vec<_> = parts.iter().map(|part| scope.spawn(|| part[0])).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    })
}
