// wrong: to move a value it need not be `Sync`
// finding: misuse/move_a_cell: use_refused
pub struct Shared<T>(*const T);

// SAFETY: it owns the value behind the pointer, as a `Box` does, and so moves it along.
unsafe impl<T: Send + Sync> Send for Shared<T> {}
// SAFETY: a shared `Shared` hands out `&T` and nothing else.
unsafe impl<T: Sync> Sync for Shared<T> {}

impl<T> Shared<T> {
    pub fn new(value: T) -> Self {
        Shared(Box::into_raw(Box::new(value)))
    }

    pub fn get(&self) -> &T {
        // SAFETY: the pointer came from a `Box` and is valid until `drop`.
        unsafe { &*self.0 }
    }
}

impl<T> Drop for Shared<T> {
    fn drop(&mut self) {
        // SAFETY: the pointer came from a `Box`, and nobody uses it any more.
        drop(unsafe { Box::from_raw(self.0.cast_mut()) });
    }
}
