// layer: seal
// tries: to remove the hidden tests
// exercise: spawn_and_join
// outcome: fail

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {
    let _ = std::fs::remove_file("@TARGET@/precious");
    let _ = std::fs::remove_dir_all("@TARGET@");
}
