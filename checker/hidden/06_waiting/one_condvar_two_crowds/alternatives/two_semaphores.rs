// right: one semaphore counts the free places, another the values

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};

struct Semaphore {
    permits: Mutex<usize>,
    given_back: Condvar,
}

impl Semaphore {
    fn new(permits: usize) -> Self {
        Semaphore { permits: Mutex::new(permits), given_back: Condvar::new() }
    }

    fn acquire(&self) {
        let permits = self.permits.lock().unwrap();
        *self.given_back.wait_while(permits, |permits| *permits == 0).unwrap() -= 1;
    }

    fn release(&self) {
        *self.permits.lock().unwrap() += 1;
        self.given_back.notify_one();
    }
}

pub struct Buffer<T> {
    places: Semaphore,
    filled: Semaphore,
    values: Mutex<VecDeque<T>>,
}

impl<T> Buffer<T> {
    pub fn new(cap: usize) -> Self {
        Buffer { places: Semaphore::new(cap), filled: Semaphore::new(0), values: Mutex::default() }
    }

    pub fn put(&self, value: T) {
        self.places.acquire();
        self.values.lock().unwrap().push_back(value);
        self.filled.release();
    }

    pub fn take(&self) -> T {
        self.filled.acquire();
        let value = self.values.lock().unwrap().pop_front();
        self.places.release();
        value.unwrap()
    }
}
