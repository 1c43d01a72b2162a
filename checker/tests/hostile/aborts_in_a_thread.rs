// exercise: spawn_and_join
// finding: crash

pub fn run_all(jobs: Vec<Box<dyn FnOnce() + Send>>) {
    std::thread::spawn(|| std::process::abort());
    let threads: Vec<_> = jobs.into_iter().map(std::thread::spawn).collect();
    for thread in threads {
        thread.join().unwrap();
    }
}
