// wrong: every result has its slot, but all slots are behind one lock, which is held during the call
// finding: calls_run_at_the_same_time: deadlock

use std::sync::Mutex;
use std::thread;

pub fn map_in_threads<T: Send, R: Send>(items: Vec<T>, f: fn(T) -> R) -> Vec<R> {
    let slots = Mutex::new(items.iter().map(|_| None).collect::<Vec<Option<R>>>());
    thread::scope(|scope| {
        for (index, item) in items.into_iter().enumerate() {
            let slots = &slots;
            scope.spawn(move || {
                let mut slots = slots.lock().unwrap();
                slots[index] = Some(f(item));
            });
        }
    });
    let slots = slots.into_inner().unwrap();
    slots.into_iter().flatten().collect()
}
