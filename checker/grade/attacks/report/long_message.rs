// layer: report
// tries: a message of ten megabytes
// exercise: spawn_and_join
// outcome: fail|limit

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {
    panic!("{}", "x".repeat(10 << 20));
}
