// right: std has it

use std::sync::OnceLock;

#[derive(Default)]
pub struct Lazy(OnceLock<u32>);

impl Lazy {
    pub fn get(&self, make: impl FnOnce() -> u32) -> u32 {
        *self.0.get_or_init(make)
    }
}
