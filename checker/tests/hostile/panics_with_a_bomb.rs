// exercise: spawn_and_join
// finding: panic

struct Bomb;

impl Drop for Bomb {
    fn drop(&mut self) {
        panic!("dropped");
    }
}

pub fn run_all(jobs: Vec<Box<dyn FnOnce() + Send>>) {
    let thread = std::thread::spawn(|| std::panic::panic_any(Bomb));
    drop(thread.join());
    let threads: Vec<_> = jobs.into_iter().map(std::thread::spawn).collect();
    for thread in threads {
        thread.join().unwrap();
    }
}
