// layer: flags
// tries: to switch the ban on unsafe code off
// exercise: spawn_and_join
// outcome: rejected

#![allow(unsafe_code)]

pub fn write(at: usize) {
    unsafe { *(at as *mut u8) = 1 }
}

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {}
