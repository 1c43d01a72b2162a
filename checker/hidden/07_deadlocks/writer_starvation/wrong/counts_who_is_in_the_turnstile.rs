// wrong: a turnstile with one place: the next writer waits in front of it, and is not counted
// finding: both_writers_get_in: wrong_result

use std::ops::{Deref, DerefMut};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, RwLock};

pub struct FairRw<T> {
    turnstile: Mutex<()>,
    waiting_writers: AtomicUsize,
    value: RwLock<T>,
}

impl<T> FairRw<T> {
    pub fn new(value: T) -> Self {
        FairRw { turnstile: Mutex::new(()), waiting_writers: AtomicUsize::new(0), value: RwLock::new(value) }
    }

    pub fn read(&self) -> impl Deref<Target = T> {
        drop(self.turnstile.lock().unwrap());
        self.value.read().unwrap()
    }

    pub fn write(&self) -> impl DerefMut<Target = T> {
        let turnstile = self.turnstile.lock().unwrap();
        self.waiting_writers.fetch_add(1, Ordering::SeqCst);
        let guard = self.value.write().unwrap();
        self.waiting_writers.fetch_sub(1, Ordering::SeqCst);
        drop(turnstile);
        guard
    }

    pub fn waiting_writers(&self) -> usize {
        self.waiting_writers.load(Ordering::SeqCst)
    }
}
