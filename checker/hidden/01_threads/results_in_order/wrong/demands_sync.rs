// wrong: shares write-once slots between the threads, which asks for results that are `Sync`
// finding: compile: interface

use std::sync::OnceLock;
use std::thread;

pub fn map_in_threads<T: Send, R: Send + Sync>(items: Vec<T>, f: fn(T) -> R) -> Vec<R> {
    let slots: Vec<OnceLock<R>> = items.iter().map(|_| OnceLock::new()).collect();
    thread::scope(|scope| {
        for (item, slot) in items.into_iter().zip(&slots) {
            scope.spawn(move || slot.set(f(item)).ok());
        }
    });
    let slots = slots.into_iter();
    slots.map(|slot| slot.into_inner().unwrap()).collect()
}
