// wrong: every worker looks at all numbers and adds up its own
// finding: the_work_is_shared: wrong_result
use std::thread;

pub fn sum(numbers: &[u64], workers: usize) -> u64 {
    thread::scope(|scope| {
        let sum = |worker| {
            let all = numbers.iter().enumerate();
            all.map(|(index, number)| if index % workers == worker { *number } else { 0 }).sum::<u64>()
        };
        let sums: Vec<_> = (0..workers).map(|worker| scope.spawn(move || sum(worker))).collect();
        sums.into_iter().map(|sum| sum.join().unwrap()).sum()
    })
}
