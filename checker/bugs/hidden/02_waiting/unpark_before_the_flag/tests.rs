//! A flag that one thread waits for by parking.

use std::thread;

use exercise::Flag;

/// One thread sets the flag, another waits for it.
#[schedules]
fn the_sleeper_wakes_up() {
    let flag = Flag::default();
    let sleeper = thread::current();
    thread::scope(|scope| {
        scope.spawn(|| flag.set(&sleeper));
        flag.wait();
    });
}
