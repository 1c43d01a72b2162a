//! Handles to trait objects, slices and text, and handles that are `self`.

use std::fmt::Debug;
use std::mem;
use std::sync::{Arc, Weak};
use std::thread;

trait Shape: Send + Sync {
    fn area(self: Arc<Self>) -> u32;
}

struct Square(u32);

impl Shape for Square {
    fn area(self: Arc<Self>) -> u32 {
        self.0 * self.0
    }
}

fn use_them() -> Arc<dyn Shape> {
    let shape: Arc<dyn Shape> = Arc::new(Square(3));
    let shapes: Vec<Arc<dyn Shape>> = vec![Arc::clone(&shape), Arc::new(Square(1))];
    let area = thread::spawn(move || shapes.into_iter().map(Shape::area).sum::<u32>());
    let job: Arc<dyn Fn() -> u32 + Send + Sync> = Arc::new(|| 7);
    assert_eq!(job(), 7);
    let text: Arc<str> = Arc::from("text");
    let number: Arc<dyn Debug> = Arc::new(5);
    let weak: Weak<dyn Debug> = Arc::downgrade(&number);
    let slice: Arc<[u8]> = vec![1, 2].into();
    assert_eq!((&*text, &*slice, Arc::strong_count(&text)), ("text", &[1, 2][..], 1));
    drop(number);
    assert!(weak.upgrade().is_none());
    assert_eq!(area.join().unwrap(), 10);
    shape
}

pub(crate) fn wrong() {
    mem::forget(use_them());
}

pub(crate) fn right() {
    drop(use_them());
}
