// wrong: elements that nobody takes out are never dropped
// finding: elements_are_dropped_once: wrong_result
use std::mem::ManuallyDrop;
use std::sync::Mutex;

pub struct Stack<T>(Mutex<Vec<ManuallyDrop<T>>>);

impl<T> Stack<T> {
    pub fn new() -> Self {
        Stack(Mutex::new(Vec::new()))
    }

    pub fn push(&self, element: T) {
        self.0.lock().unwrap().push(ManuallyDrop::new(element));
    }

    pub fn pop(&self) -> Option<T> {
        self.0.lock().unwrap().pop().map(ManuallyDrop::into_inner)
    }
}
