// layer: process
// tries: to overflow the stack
// exercise: spawn_and_join
// outcome: crashed

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {
    fn deeper(depth: u64) -> u64 {
        std::hint::black_box(deeper(depth + 1)) + 1
    }
    std::hint::black_box(deeper(0));
}
