// wrong: wraps the type of std that does just this
// finding: compile: forbidden

use std::sync::OnceLock as Cell;

pub struct Publish<T> {
    value: Cell<T>,
}

impl<T> Publish<T> {
    pub fn new() -> Self {
        Publish { value: Cell::new() }
    }

    pub fn set(&self, value: T) -> Result<(), T> {
        self.value.set(value)
    }

    pub fn get(&self) -> Option<&T> {
        self.value.get()
    }
}
