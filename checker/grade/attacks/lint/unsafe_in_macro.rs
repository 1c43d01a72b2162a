// layer: lint
// tries: the same in the body of a macro
// exercise: spawn_and_join
// outcome: rejected

macro_rules! write {
    ($at:expr) => {
        unsafe { *($at as *mut u8) = 1 }
    };
}
pub fn write(at: usize) {
    write!(at)
}

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {}
