// wrong: counts readers that wait as well
// finding: readers_that_waited_read_together: wrong_result

use std::ops::{Deref, DerefMut};
use std::sync::{Condvar, Mutex, RwLock, RwLockReadGuard, RwLockWriteGuard};

pub struct FairRw<T> {
    state: Mutex<State>,
    changed: Condvar,
    value: RwLock<T>,
}

#[derive(Default)]
struct State {
    next_ticket: u64,
    serving: u64,
    readers: usize,
    waiting_writers: usize,
}

impl State {
    fn draw_ticket(&mut self) -> u64 {
        self.next_ticket += 1;
        self.next_ticket - 1
    }
}

impl<T> FairRw<T> {
    pub fn new(value: T) -> Self {
        FairRw { state: Mutex::default(), changed: Condvar::new(), value: RwLock::new(value) }
    }

    pub fn read(&self) -> impl Deref<Target = T> {
        let mut state = self.state.lock().unwrap();
        let ticket = state.draw_ticket();
        let w = state.serving != ticket;
        if w {
            state.waiting_writers += 1;
        }
        let mut state = self.changed.wait_while(state, |state| state.serving != ticket).unwrap();
        state.readers += 1;
        if w {
            state.waiting_writers -= 1;
        }
        state.serving += 1;
        drop(state);
        self.changed.notify_all();
        Reading { value: self.value.read().unwrap(), _inside: Inside { lock: self, writes: false } }
    }

    pub fn write(&self) -> impl DerefMut<Target = T> {
        let mut state = self.state.lock().unwrap();
        let ticket = state.draw_ticket();
        state.waiting_writers += 1;
        let has_to_wait = |state: &mut State| state.serving != ticket || state.readers > 0;
        let mut state = self.changed.wait_while(state, has_to_wait).unwrap();
        state.waiting_writers -= 1;
        drop(state);
        Writing { value: self.value.write().unwrap(), _inside: Inside { lock: self, writes: true } }
    }

    pub fn waiting_writers(&self) -> usize {
        self.state.lock().unwrap().waiting_writers
    }

    fn leave(&self, writes: bool) {
        let mut state = self.state.lock().unwrap();
        if writes {
            state.serving += 1;
        } else {
            state.readers -= 1;
        }
        drop(state);
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
    writes: bool,
}

impl<T> Drop for Inside<'_, T> {
    fn drop(&mut self) {
        self.lock.leave(self.writes);
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
