// exercise: spawn_and_join
// finding: deadlock

use std::sync::Mutex;

static LOCK: Mutex<()> = Mutex::new(());

struct Locks;

impl Drop for Locks {
    fn drop(&mut self) {
        drop(LOCK.lock());
    }
}

pub fn run_all(jobs: Vec<Box<dyn FnOnce() + Send>>) {
    let _held = LOCK.lock().unwrap();
    drop(Locks);
    let threads: Vec<_> = jobs.into_iter().map(std::thread::spawn).collect();
    for thread in threads {
        thread.join().unwrap();
    }
}
