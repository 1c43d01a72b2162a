// wrong: fills slots by number, but each thread draws its number after the work, so it is the order of completion again
// finding: two_results_are_in_order: wrong_result

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

pub fn map_in_threads<T: Send, R: Send>(items: Vec<T>, f: fn(T) -> R) -> Vec<R> {
    let slots: Vec<Mutex<Option<R>>> = items.iter().map(|_| Mutex::new(None)).collect();
    let next = AtomicUsize::new(0);
    thread::scope(|scope| {
        for item in items {
            scope.spawn(|| {
                let result = f(item);
                let number = next.fetch_add(1, Ordering::SeqCst);
                *slots[number].lock().unwrap() = Some(result);
            });
        }
    });
    slots.into_iter().map(|slot| slot.into_inner().unwrap().unwrap()).collect()
}
