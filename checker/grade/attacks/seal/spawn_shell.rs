// layer: seal
// tries: to have a shell leave something behind
// exercise: spawn_and_join
// outcome: fail

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {
    let _ = std::process::Command::new("/bin/sh").args(["-c", "setsid sleep 31337 & echo x > @TARGET@/shell"]).status();
}
