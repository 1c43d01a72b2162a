// wrong: each puts its fork back and takes it again, for ever
// finding: both_eat: livelock
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
        eat(&self.left, &self.right);
    }

    pub fn eat_from_the_right(&self) {
        eat(&self.right, &self.left);
    }
}

fn eat(first: &Mutex<()>, second: &Mutex<()>) {
    loop {
        let _first = first.lock().unwrap();
        if second.try_lock().is_ok() {
            return;
        }
    }
}
