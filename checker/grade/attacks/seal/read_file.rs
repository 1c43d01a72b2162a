// layer: seal
// tries: to read a file of the instructor's
// exercise: spawn_and_join
// outcome: fail

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {
    panic!("{:?}", std::fs::read_to_string("@SECRET@"));
}
