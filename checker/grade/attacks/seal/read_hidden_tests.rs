// layer: seal
// tries: to read the hidden tests
// exercise: spawn_and_join
// outcome: fail
// never: Ok(

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {
    panic!("{:?}", std::fs::read_to_string("tests.rs"));
}
