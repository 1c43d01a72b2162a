// layer: process
// tries: to compute for ever
// exercise: spawn_and_join
// outcome: fail

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {
    let mut number = 0_u64;
    while std::hint::black_box(number) < u64::MAX {
        number = number.wrapping_add(2) | 1;
    }
}
