// right: everybody takes the fork with the lower number first

use std::sync::Mutex;

pub fn dine(forks: &[Mutex<u32>; 3], seat: usize) {
    let (left, right) = (seat, (seat + 1) % 3);
    let mut first = forks[left.min(right)].lock().unwrap();
    let mut second = forks[left.max(right)].lock().unwrap();
    *first += 1;
    *second += 1;
}
