// layer: seal
// tries: to leave a file behind
// exercise: spawn_and_join
// outcome: fail

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {
    let _ = std::fs::write("@TARGET@/written", "x");
}
