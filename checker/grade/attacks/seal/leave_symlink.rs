// layer: seal
// tries: to leave a link behind that a later step follows
// exercise: spawn_and_join
// outcome: fail

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {
    let _ = std::os::unix::fs::symlink("@SECRET@", "@TARGET@/link");
    let _ = std::os::unix::fs::symlink("@SECRET@", "link");
}
