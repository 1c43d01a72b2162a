// wrong: reads the slots without waiting for the threads that fill them
// finding: two_results_are_in_order: panic

use std::sync::{Arc, Mutex};
use std::thread;

pub fn map_in_threads<T: Send + 'static, R: Send + 'static>(items: Vec<T>, f: fn(T) -> R) -> Vec<R> {
    let slots: Vec<Arc<Mutex<Option<R>>>> = items.iter().map(|_| Arc::default()).collect();
    for (item, slot) in items.into_iter().zip(&slots) {
        let slot = Arc::clone(slot);
        thread::spawn(move || {
            let result = f(item);
            *slot.lock().unwrap() = Some(result);
        });
    }
    slots.iter().map(|slot| slot.lock().unwrap().take().unwrap()).collect()
}
