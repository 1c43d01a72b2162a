use exercise::squares;

/// A hundred numbers: each is squared, and the squares are in the order of the numbers.
#[native]
#[schedules]
fn a_hundred_squares() {
    harness::few_schedules(1);
    let numbers: Vec<u32> = (0..100).collect();
    let expected: Vec<u32> = numbers.iter().map(|number| number * number).collect();
    assert_eq!(squares(&numbers), expected, "`squares` did not return the squares of 0 to 99 in order");
}
