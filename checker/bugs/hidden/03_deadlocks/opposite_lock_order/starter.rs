// wrong: two transfers in opposite directions take the same two locks in opposite order

use std::sync::Mutex;

pub fn transfer(from: &Mutex<i32>, to: &Mutex<i32>, cents: i32) {
    let mut from = from.lock().unwrap(); //~ lock
    let mut to = to.lock().unwrap(); //~ lock
    *from -= cents;
    *to += cents;
}
