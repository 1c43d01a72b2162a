// wrong: gives the thread a copy instead of lending it the slice
// finding: the_sum_copies_nothing: wrong_result
use std::thread;

pub fn sum(numbers: &[u64]) -> u64 {
    let (left, right) = numbers.split_at(numbers.len() / 2);
    let left = left.to_vec();
    let left = thread::spawn(move || left.iter().sum::<u64>());
    right.iter().sum::<u64>() + left.join().unwrap()
}
