// wrong: goes on with the next thread
// finding: no_more_threads_after_an_error: wrong_result
use std::thread::Builder;

pub fn start(threads: usize, work: fn()) -> usize {
    let started = (0..threads).filter_map(|_| Builder::new().spawn(work).ok());
    started.map(|thread| thread.join().unwrap()).count()
}
