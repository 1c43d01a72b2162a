// wrong: computes each square in a byte
// finding: a_hundred_squares: wrong_result
use std::thread;

pub fn squares(numbers: &[u32]) -> Vec<u32> {
    thread::scope(|scope| {
        let threads: Vec<_> =
            numbers.iter().map(|number| scope.spawn(move || (*number as u8).wrapping_mul(*number as u8))).collect();
        threads.into_iter().map(|thread| u32::from(thread.join().unwrap())).collect()
    })
}
