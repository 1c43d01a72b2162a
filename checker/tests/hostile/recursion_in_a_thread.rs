// exercise: spawn_and_join
// finding: crash

fn deeper(depth: u64) -> u64 {
    std::hint::black_box(depth) + deeper(depth + 1)
}

pub fn run_all(jobs: Vec<Box<dyn FnOnce() + Send>>) {
    std::thread::spawn(|| deeper(1));
    let threads: Vec<_> = jobs.into_iter().map(std::thread::spawn).collect();
    for thread in threads {
        thread.join().unwrap();
    }
}
