// right: one lock for all slots; an assignment evaluates its right side first, so the lock is taken after the call

use std::sync::Mutex;
use std::thread;

pub fn map_in_threads<T: Send, R: Send>(items: Vec<T>, f: fn(T) -> R) -> Vec<R> {
    let slots = Mutex::new(items.iter().map(|_| None).collect::<Vec<Option<R>>>());
    thread::scope(|scope| {
        for (index, item) in items.into_iter().enumerate() {
            let slots = &slots;
            scope.spawn(move || slots.lock().unwrap()[index] = Some(f(item)));
        }
    });
    let slots = slots.into_inner().unwrap();
    slots.into_iter().flatten().collect()
}
