// wrong: a barrier for three, whatever they are
// finding: what_is_left_over_keeps_nobody_back: wrong_result

use std::sync::Barrier;

pub struct Factory {
    three: Barrier,
}

impl Factory {
    pub fn new() -> Self {
        Factory { three: Barrier::new(3) }
    }

    pub fn hydrogen(&self, bond: impl FnOnce()) {
        self.three.wait();
        bond();
        self.three.wait();
    }

    pub fn oxygen(&self, bond: impl FnOnce()) {
        self.three.wait();
        bond();
        self.three.wait();
    }
}
