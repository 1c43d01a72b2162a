use std::thread;

pub fn sum(numbers: &[u64], workers: usize) -> u64 {
    thread::scope(|scope| {
        let share = numbers.len().div_ceil(workers).max(1);
        let sums: Vec<_> = numbers.chunks(share).map(|own| scope.spawn(|| own.iter().sum::<u64>())).collect();
        sums.into_iter().map(|sum| sum.join().unwrap()).sum()
    })
}
