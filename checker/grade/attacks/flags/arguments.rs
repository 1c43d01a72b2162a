// layer: flags
// tries: to find out by its arguments which test runs
// exercise: spawn_and_join
// outcome: fail

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {
    panic!("{:?}", std::env::args().collect::<Vec<_>>());
}
