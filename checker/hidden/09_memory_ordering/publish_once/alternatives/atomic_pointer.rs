// right: one pointer to a box is claim, flag and value in one

use std::marker::PhantomData;
use std::ptr;
use std::sync::atomic::{AtomicPtr, Ordering};

pub struct Publish<T> {
    value: AtomicPtr<T>,
    owns: PhantomData<*mut T>,
}

// SAFETY: the box belongs to the cell and moves with it.
unsafe impl<T: Send> Send for Publish<T> {}
// SAFETY: the value is moved to other threads and shared between them.
unsafe impl<T: Send + Sync> Sync for Publish<T> {}

impl<T> Publish<T> {
    pub fn new() -> Self {
        Publish { value: AtomicPtr::new(ptr::null_mut()), owns: PhantomData }
    }

    pub fn set(&self, value: T) -> Result<(), T> {
        let new = Box::into_raw(Box::new(value));
        match self.value.compare_exchange(ptr::null_mut(), new, Ordering::Release, Ordering::Relaxed) {
            Ok(_) => Ok(()),
            // SAFETY: the pointer came from a box just now and was not shared.
            Err(_) => Err(*unsafe { Box::from_raw(new) }),
        }
    }

    pub fn get(&self) -> Option<&T> {
        // SAFETY: a pointer that is not null stays valid and unchanged as long as the cell lives.
        unsafe { self.value.load(Ordering::Acquire).as_ref() }
    }
}

impl<T> Drop for Publish<T> {
    fn drop(&mut self) {
        let value = *self.value.get_mut();
        if !value.is_null() {
            // SAFETY: it came from a box, and nobody can use it any more.
            drop(unsafe { Box::from_raw(value) });
        }
    }
}
