// right: sends each result with its index, and fills a slot for each index

use std::sync::mpsc;
use std::thread;

pub fn map_in_threads<T: Send + 'static, R: Send + 'static>(items: Vec<T>, f: fn(T) -> R) -> Vec<R> {
    let (sender, receiver) = mpsc::channel();
    let mut slots: Vec<Option<R>> = Vec::new();
    for (index, item) in items.into_iter().enumerate() {
        slots.push(None);
        let sender = sender.clone();
        thread::spawn(move || sender.send((index, f(item))).unwrap());
    }
    drop(sender);
    for (index, result) in receiver {
        slots[index] = Some(result);
    }
    slots.into_iter().map(|slot| slot.expect("every index was sent")).collect()
}
