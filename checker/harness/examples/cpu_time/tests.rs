use exercise::sum;
use harness::CpuTime;

/// The sum of many numbers with 16 workers: together they do the work of one, not each of them.
#[native]
fn the_work_is_shared() {
    let numbers: Vec<u64> = (0..2_000_000).collect();
    let (expected, alone) = CpuTime::during(|| numbers.iter().sum::<u64>());
    let (sum, together) = CpuTime::during(|| sum(&numbers, 16));
    assert_eq!(sum, expected, "`sum` with 16 workers is wrong");
    // The same work costs more when its threads share a core with others, but nowhere near as much as 16 times.
    assert!(together < alone * 8, "`sum` with 16 workers used {together:?} of processor time, a loop {alone:?}");
}
