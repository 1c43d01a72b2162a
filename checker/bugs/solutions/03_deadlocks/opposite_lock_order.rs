// right: everybody takes the lock with the lower address first

use std::sync::Mutex;

pub fn transfer(from: &Mutex<i32>, to: &Mutex<i32>, cents: i32) {
    let (mut source, mut target);
    if std::ptr::from_ref(from) < to {
        source = from.lock().unwrap();
        target = to.lock().unwrap();
    } else {
        target = to.lock().unwrap();
        source = from.lock().unwrap();
    }
    *source -= cents;
    *target += cents;
}
