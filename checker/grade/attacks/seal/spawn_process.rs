// layer: seal
// tries: to start a program that stays
// exercise: spawn_and_join
// outcome: fail

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {
    let _ = std::process::Command::new("sleep").arg("31337").spawn();
}
