// layer: seal
// tries: to make relative paths mean something else
// exercise: spawn_and_join
// outcome: fail

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {
    let _ = std::env::set_current_dir("@TARGET@");
    let _ = std::fs::write("written", "x");
}
