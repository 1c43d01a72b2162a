// wrong: a turnstile in front, which a reader keeps until it leaves
// finding: a_late_reader_lets_the_writer_go_first: deadlock

use std::ops::{Deref, DerefMut};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, RwLock, RwLockReadGuard, RwLockWriteGuard};

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
        let turnstile = self.turnstile.lock().unwrap();
        Guard { value: self.value.read().unwrap(), _turnstile: turnstile }
    }

    pub fn write(&self) -> impl DerefMut<Target = T> {
        self.waiting_writers.fetch_add(1, Ordering::SeqCst);
        let turnstile = self.turnstile.lock().unwrap();
        let value = self.value.write().unwrap();
        self.waiting_writers.fetch_sub(1, Ordering::SeqCst);
        Guard { value, _turnstile: turnstile }
    }

    pub fn waiting_writers(&self) -> usize {
        self.waiting_writers.load(Ordering::SeqCst)
    }
}

struct Guard<'a, G> {
    value: G,
    _turnstile: MutexGuard<'a, ()>,
}

impl<'a, T> Deref for Guard<'_, RwLockReadGuard<'a, T>> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<'a, T> Deref for Guard<'_, RwLockWriteGuard<'a, T>> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<'a, T> DerefMut for Guard<'_, RwLockWriteGuard<'a, T>> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.value
    }
}
