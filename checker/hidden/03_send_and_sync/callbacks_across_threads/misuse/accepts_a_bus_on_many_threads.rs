//! Threads share one bus by reference and in an `Arc`, and a bus moves to another thread. A message may be borrowed.

use std::sync::Arc;
use std::thread;

use exercise::Bus;

fn main() {
    let bus = Arc::new(Bus::new());
    thread::scope(|scope| {
        scope.spawn(|| bus.publish("1"));
        scope.spawn(|| bus.subscribe(|_: &str| ()));
    });
    let shared = Arc::clone(&bus);
    thread::spawn(move || shared.publish(&String::from("2"))).join().unwrap();
    let own = Bus::new();
    thread::spawn(move || drop(own)).join().unwrap();
}
