// layer: result
// tries: to end the test with an error that nobody sees
// exercise: spawn_and_join
// outcome: fail

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {
    let _ = std::panic::catch_unwind(|| panic!("x"));
    std::process::exit(0);
}
