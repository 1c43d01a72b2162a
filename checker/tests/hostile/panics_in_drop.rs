// exercise: spawn_and_join
// finding: panic

struct Bomb;

impl Drop for Bomb {
    fn drop(&mut self) {
        panic!("dropped");
    }
}

pub fn run_all(jobs: Vec<Box<dyn FnOnce() + Send>>) {
    drop(Bomb);
    let threads: Vec<_> = jobs.into_iter().map(std::thread::spawn).collect();
    for thread in threads {
        thread.join().unwrap();
    }
}
