// right: a mutex around look and change

use std::sync::Mutex;

pub struct Seats {
    free: Mutex<u32>,
}

impl Seats {
    pub fn new(n: u32) -> Self {
        Seats { free: Mutex::new(n) }
    }

    pub fn reserve(&self, k: u32) -> bool {
        let mut free = self.free.lock().unwrap();
        let enough = *free >= k;
        if enough {
            *free -= k;
        }
        enough
    }

    pub fn left(&self) -> u32 {
        *self.free.lock().unwrap()
    }
}
