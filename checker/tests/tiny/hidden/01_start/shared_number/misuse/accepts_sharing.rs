//! Threads share a number by reference.

use std::thread;

use exercise::Number;

fn main() {
    let number = Number::new(1);
    thread::scope(|scope| {
        scope.spawn(|| number.set(2));
        scope.spawn(|| number.get());
    });
}
