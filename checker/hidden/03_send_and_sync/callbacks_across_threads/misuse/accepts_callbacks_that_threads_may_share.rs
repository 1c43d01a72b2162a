//! Closures with a mutex or an atomic, functions, and closures in a box: several threads may call all of them at once.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use exercise::Bus;

fn print(message: &str) {
    println!("{message}");
}

fn main() {
    let bus = Bus::new();
    let (log, count) = (Mutex::new(Vec::new()), AtomicUsize::new(0));
    bus.subscribe(move |message: &str| log.lock().unwrap().push(message.to_owned()));
    bus.subscribe(move |_: &str| _ = count.fetch_add(1, Ordering::Relaxed));
    bus.subscribe(print);
    let boxed: Box<dyn Fn(&str) + Send + Sync> = Box::new(print);
    bus.subscribe(boxed);
}
