// wrong: leaves the waiting to the `RwLock` of std, and only counts
// finding: a_late_reader_lets_the_writer_go_first: deadlock

use std::ops::{Deref, DerefMut};
use std::sync::RwLock;
use std::sync::atomic::{AtomicUsize, Ordering};

pub struct FairRw<T> {
    value: RwLock<T>,
    waiting_writers: AtomicUsize,
}

impl<T> FairRw<T> {
    pub fn new(value: T) -> Self {
        FairRw { value: RwLock::new(value), waiting_writers: AtomicUsize::new(0) }
    }

    pub fn read(&self) -> impl Deref<Target = T> {
        self.value.read().unwrap()
    }

    pub fn write(&self) -> impl DerefMut<Target = T> {
        self.waiting_writers.fetch_add(1, Ordering::SeqCst);
        let guard = self.value.write().unwrap();
        self.waiting_writers.fetch_sub(1, Ordering::SeqCst);
        guard
    }

    pub fn waiting_writers(&self) -> usize {
        self.waiting_writers.load(Ordering::SeqCst)
    }
}
