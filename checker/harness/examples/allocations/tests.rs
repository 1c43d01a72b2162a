use exercise::sum;
use harness::Allocations;

/// The sum of a large slice: no element is copied.
#[native]
#[schedules]
fn the_sum_copies_nothing() {
    let numbers = vec![1_u64; 100_000];
    let (sum, bytes, _) = Allocations::during(|| sum(&numbers));
    assert_eq!(sum, 100_000, "`sum` is wrong for 100000 ones");
    assert!(bytes < 400_000, "`sum` of 800000 bytes asked for {bytes} bytes of memory: it copies the slice");
}
