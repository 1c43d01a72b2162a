// right: std has such an event already, a `OnceLock` without contents

use std::sync::OnceLock;

#[derive(Default)]
pub struct Event {
    happened: OnceLock<()>,
}

impl Event {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn set(&self) {
        self.happened.get_or_init(|| ());
    }

    pub fn wait(&self) {
        self.happened.wait();
    }

    pub fn is_set(&self) -> bool {
        self.happened.get().is_some()
    }
}
