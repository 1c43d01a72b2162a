// wrong: a reader that finds a waiting writer gives way in a loop
// finding: a_late_reader_lets_the_writer_go_first: livelock

use std::ops::{Deref, DerefMut};
use std::sync::{Condvar, Mutex, RwLock, RwLockReadGuard, RwLockWriteGuard};

pub struct FairRw<T> {
    state: Mutex<State>,
    changed: Condvar,
    value: RwLock<T>,
}

#[derive(Default)]
struct State {
    readers: usize,
    writing: bool,
    waiting_writers: usize,
}

impl<T> FairRw<T> {
    pub fn new(value: T) -> Self {
        FairRw { state: Mutex::default(), changed: Condvar::new(), value: RwLock::new(value) }
    }

    pub fn read(&self) -> impl Deref<Target = T> {
        while self.waiting_writers() > 0 {
            std::thread::yield_now();
        }
        let state = self.state.lock().unwrap();
        let mut state = self.changed.wait_while(state, |state| state.writing).unwrap();
        state.readers += 1;
        drop(state);
        Reading { value: self.value.read().unwrap(), _inside: Inside { lock: self } }
    }

    pub fn write(&self) -> impl DerefMut<Target = T> {
        let mut state = self.state.lock().unwrap();
        state.waiting_writers += 1;
        let mut state = self.changed.wait_while(state, |state| state.writing || state.readers > 0).unwrap();
        state.waiting_writers -= 1;
        state.writing = true;
        drop(state);
        Writing { value: self.value.write().unwrap(), _inside: Inside { lock: self } }
    }

    pub fn waiting_writers(&self) -> usize {
        self.state.lock().unwrap().waiting_writers
    }

    fn leave(&self) {
        let mut state = self.state.lock().unwrap();
        if state.writing {
            state.writing = false;
        } else {
            state.readers -= 1;
        }
        self.changed.notify_all();
    }
}

struct Reading<'a, T> {
    value: RwLockReadGuard<'a, T>,
    _inside: Inside<'a, T>,
}

struct Writing<'a, T> {
    value: RwLockWriteGuard<'a, T>,
    _inside: Inside<'a, T>,
}

struct Inside<'a, T> {
    lock: &'a FairRw<T>,
}

impl<T> Drop for Inside<'_, T> {
    fn drop(&mut self) {
        self.lock.leave();
    }
}

impl<T> Deref for Reading<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T> Deref for Writing<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T> DerefMut for Writing<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.value
    }
}
