// wrong: a mutex: nobody reads together any more, and it is not fair either
// finding: a_late_reader_lets_the_writer_go_first: deadlock

use std::ops::{Deref, DerefMut};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

pub struct FairRw<T> {
    value: Mutex<T>,
    waiting_writers: AtomicUsize,
}

impl<T> FairRw<T> {
    pub fn new(value: T) -> Self {
        FairRw { value: Mutex::new(value), waiting_writers: AtomicUsize::new(0) }
    }

    pub fn read(&self) -> impl Deref<Target = T> {
        self.value.lock().unwrap()
    }

    pub fn write(&self) -> impl DerefMut<Target = T> {
        self.waiting_writers.fetch_add(1, Ordering::SeqCst);
        let guard = self.value.lock().unwrap();
        self.waiting_writers.fetch_sub(1, Ordering::SeqCst);
        guard
    }

    pub fn waiting_writers(&self) -> usize {
        self.waiting_writers.load(Ordering::SeqCst)
    }
}
