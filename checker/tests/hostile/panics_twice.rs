// exercise: spawn_and_join
// finding: panic

struct Bomb;

impl Drop for Bomb {
    fn drop(&mut self) {
        panic!("dropped");
    }
}

pub fn run_all(jobs: Vec<Box<dyn FnOnce() + Send>>) {
    let _bomb = Bomb;
    if !jobs.is_empty() {
        panic!("the first one");
    }
    let threads: Vec<_> = jobs.into_iter().map(std::thread::spawn).collect();
    for thread in threads {
        thread.join().unwrap();
    }
}
