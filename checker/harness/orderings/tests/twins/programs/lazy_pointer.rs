//! A value that is made by whoever comes first.

use std::ptr;
use std::sync::Arc;
use std::sync::atomic::{AtomicPtr, Ordering};
use std::thread;

use super::Bare;

fn get(place: &AtomicPtr<Bare>, load: Ordering, store: Ordering) -> &Bare {
    let mut value = place.load(load);
    if value.is_null() {
        value = Box::into_raw(Box::new(Bare::new(9)));
        if let Err(first) = place.compare_exchange(ptr::null_mut(), value, store, load) {
            // SAFETY: it was made above, and nobody else has seen it.
            drop(unsafe { Box::from_raw(value) });
            value = first;
        }
    }
    // SAFETY: it is not dropped before all threads have ended.
    unsafe { &*value }
}

fn race_for_first(load: Ordering, store: Ordering) {
    let place = Arc::new(AtomicPtr::new(ptr::null_mut()));
    let other = {
        let place = Arc::clone(&place);
        thread::spawn(move || get(&place, load, store).read())
    };
    assert_eq!(get(&place, load, store).read(), 9);
    other.join().unwrap();
    // SAFETY: the other thread has ended.
    drop(unsafe { Box::from_raw(place.load(Ordering::Acquire)) });
}

pub(crate) fn wrong() {
    race_for_first(Ordering::Relaxed, Ordering::Relaxed);
}

pub(crate) fn right() {
    race_for_first(Ordering::Acquire, Ordering::Release);
}
