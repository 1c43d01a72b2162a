use std::sync::Mutex;

pub struct Stack<T>(Mutex<Vec<T>>);

impl<T> Stack<T> {
    pub fn new() -> Self {
        Stack(Mutex::new(Vec::new()))
    }

    pub fn push(&self, element: T) {
        self.0.lock().unwrap().push(element);
    }

    pub fn pop(&self) -> Option<T> {
        self.0.lock().unwrap().pop()
    }
}
