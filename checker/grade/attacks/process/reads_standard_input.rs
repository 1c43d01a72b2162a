// layer: process
// tries: to wait for input
// exercise: spawn_and_join
// outcome: fail

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {
    let mut line = String::new();
    let _ = std::io::stdin().read_line(&mut line);
}
