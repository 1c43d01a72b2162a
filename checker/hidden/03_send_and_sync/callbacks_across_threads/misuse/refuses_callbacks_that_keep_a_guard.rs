//! A callback may be dropped on any thread, together with all it has captured. A mutex that this thread has locked must
//! be unlocked by this thread.

use std::sync::Mutex;

use exercise::Bus;

static TOTAL: Mutex<usize> = Mutex::new(0);

fn main() {
    let guard = TOTAL.lock().unwrap();
    let bus = Bus::new();
    bus.subscribe(move |_: &str| println!("{guard}")); //~ E0277 MutexGuard cannot be sent between threads safely
}
