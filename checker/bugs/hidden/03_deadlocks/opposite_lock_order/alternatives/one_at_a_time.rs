// right: never holds two locks

use std::sync::Mutex;

pub fn transfer(from: &Mutex<i32>, to: &Mutex<i32>, cents: i32) {
    *from.lock().unwrap() -= cents;
    *to.lock().unwrap() += cents;
}
