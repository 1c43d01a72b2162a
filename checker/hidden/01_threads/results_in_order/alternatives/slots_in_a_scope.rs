// right: each scoped thread writes into a slot of its own

use std::thread;

pub fn map_in_threads<T: Send, R: Send>(items: Vec<T>, f: fn(T) -> R) -> Vec<R> {
    let mut slots: Vec<Option<R>> = Vec::new();
    slots.resize_with(items.len(), || None);
    thread::scope(|scope| {
        for (item, slot) in items.into_iter().zip(slots.iter_mut()) {
            scope.spawn(move || *slot = Some(f(item)));
        }
    });
    slots.into_iter().flatten().collect()
}
