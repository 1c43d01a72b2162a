//! `Both` is a plain number: it may be shared by threads and move to another one.

use std::thread;

use exercise::Both;

fn main() {
    let number = Both::new(1);
    thread::scope(|scope| {
        scope.spawn(|| number.get());
        scope.spawn(|| number.get());
    });
    thread::spawn(move || number.get()).join().unwrap();
}
