// wrong: everybody takes the left fork first, until all left forks are taken

use std::sync::Mutex;

pub fn dine(forks: &[Mutex<u32>; 3], seat: usize) {
    let mut left = forks[seat].lock().unwrap(); //~ lock
    let mut right = forks[(seat + 1) % 3].lock().unwrap(); //~ lock
    *left += 1;
    *right += 1;
}
