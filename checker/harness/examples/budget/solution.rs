use std::sync::Mutex;

pub struct Forks {
    left: Mutex<()>,
    right: Mutex<()>,
}

impl Forks {
    pub fn new() -> Self {
        Forks { left: Mutex::new(()), right: Mutex::new(()) }
    }

    pub fn eat_from_the_left(&self) {
        let _left = self.left.lock().unwrap();
        let _right = self.right.lock().unwrap();
    }

    pub fn eat_from_the_right(&self) {
        self.eat_from_the_left();
    }
}
