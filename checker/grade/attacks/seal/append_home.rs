// layer: seal
// tries: to change what a shell of the instructor's does
// exercise: spawn_and_join
// outcome: fail

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {
    use std::io::Write;
    let file = std::fs::OpenOptions::new().append(true).create(true).open("@TARGET@/.bashrc");
    let _ = file.and_then(|mut file| file.write_all(b"x"));
}
