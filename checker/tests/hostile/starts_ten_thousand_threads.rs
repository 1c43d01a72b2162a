// exercise: spawn_and_join
// finding: threads

pub fn run_all(jobs: Vec<Box<dyn FnOnce() + Send>>) {
    let threads: Vec<_> = (0..10_000).map(|_| std::thread::spawn(std::thread::yield_now)).collect();
    for thread in threads {
        thread.join().unwrap();
    }
    let threads: Vec<_> = jobs.into_iter().map(std::thread::spawn).collect();
    for thread in threads {
        thread.join().unwrap();
    }
}
