// layer: seal
// tries: to open the channel to the grader once more
// exercise: spawn_and_join
// outcome: fail

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {
    for number in 3..200 {
        let file = std::fs::OpenOptions::new().read(true).write(true).open(format!("/proc/self/fd/{number}"));
        assert!(file.is_err());
    }
}
