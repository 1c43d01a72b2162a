use exercise::sum;
use harness::CpuTime;

/// The sum of many numbers with 4 workers: together they do the work of one, not each of them.
#[native]
fn the_work_is_shared() {
    let numbers: Vec<u64> = (0..2_000_000).collect();
    let (expected, alone) = CpuTime::during(|| numbers.iter().sum::<u64>());
    let (sum, together) = CpuTime::during(|| sum(&numbers, 4));
    assert_eq!(sum, expected, "`sum` with 4 workers is wrong");
    assert!(together < alone * 2, "`sum` with 4 workers used {together:?} of processor time, a loop {alone:?}");
}
