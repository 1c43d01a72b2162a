// right: a queue in which everybody waits at a condition variable of its own

use std::collections::VecDeque;
use std::ops::{Deref, DerefMut};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, RwLock, RwLockReadGuard, RwLockWriteGuard};

pub struct FairRw<T> {
    state: Mutex<State>,
    value: RwLock<T>,
}

#[derive(Default)]
struct State {
    readers: usize,
    writing: bool,
    queue: VecDeque<Arc<Waiter>>,
}

struct Waiter {
    writes: bool,
    turn: Condvar,
}

impl State {
    fn can_enter(&self, writes: bool) -> bool {
        !self.writing && !(writes && self.readers > 0)
    }

    fn wake_first(&self) {
        if let Some(first) = self.queue.front() {
            first.turn.notify_one();
        }
    }
}

impl<T> FairRw<T> {
    pub fn new(value: T) -> Self {
        FairRw { state: Mutex::default(), value: RwLock::new(value) }
    }

    fn enter(&self, writes: bool) {
        let mut state = self.state.lock().unwrap();
        let me = Arc::new(Waiter { writes, turn: Condvar::new() });
        state.queue.push_back(Arc::clone(&me));
        let is_first = |state: &State| state.queue.front().is_some_and(|first| Arc::ptr_eq(first, &me));
        while !(is_first(&state) && state.can_enter(writes)) {
            state = me.turn.wait(state).unwrap();
        }
        state.queue.pop_front();
        if writes {
            state.writing = true;
        } else {
            state.readers += 1;
        }
        state.wake_first();
    }

    fn leave(mut state: MutexGuard<'_, State>) {
        if state.writing {
            state.writing = false;
        } else {
            state.readers -= 1;
        }
        state.wake_first();
    }

    pub fn read(&self) -> impl Deref<Target = T> {
        self.enter(false);
        Guard { value: Some(self.value.read().unwrap()), lock: self }
    }

    pub fn write(&self) -> impl DerefMut<Target = T> {
        self.enter(true);
        Guard { value: Some(self.value.write().unwrap()), lock: self }
    }

    pub fn waiting_writers(&self) -> usize {
        self.state.lock().unwrap().queue.iter().filter(|waiter| waiter.writes).count()
    }
}

struct Guard<'a, T, G> {
    value: Option<G>,
    lock: &'a FairRw<T>,
}

impl<T, G> Drop for Guard<'_, T, G> {
    fn drop(&mut self) {
        drop(self.value.take());
        FairRw::<T>::leave(self.lock.state.lock().unwrap());
    }
}

impl<'a, T> Deref for Guard<'a, T, RwLockReadGuard<'a, T>> {
    type Target = T;

    fn deref(&self) -> &T {
        self.value.as_ref().unwrap()
    }
}

impl<'a, T> Deref for Guard<'a, T, RwLockWriteGuard<'a, T>> {
    type Target = T;

    fn deref(&self) -> &T {
        self.value.as_ref().unwrap()
    }
}

impl<'a, T> DerefMut for Guard<'a, T, RwLockWriteGuard<'a, T>> {
    fn deref_mut(&mut self) -> &mut T {
        self.value.as_mut().unwrap()
    }
}
