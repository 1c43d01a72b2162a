// wrong: std's barrier under another name
// finding: compile: forbidden

use std::sync::Barrier as Inner;

pub struct MyBarrier(Inner);

impl MyBarrier {
    pub fn new(n: usize) -> Self {
        MyBarrier(Inner::new(n))
    }

    pub fn wait(&self) -> bool {
        self.0.wait().is_leader()
    }
}
