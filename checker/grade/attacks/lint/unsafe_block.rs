// layer: lint
// tries: to write anywhere in memory
// exercise: spawn_and_join
// outcome: rejected

pub fn write(at: usize) {
    unsafe { *(at as *mut u8) = 1 }
}

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {}
