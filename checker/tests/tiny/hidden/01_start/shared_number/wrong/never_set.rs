// wrong: sharing what never changes is easy
// finding: what_is_set_is_read: wrong_result

pub struct Number(u32);

impl Number {
    pub fn new(value: u32) -> Self {
        Number(value)
    }

    pub fn get(&self) -> u32 {
        self.0
    }

    pub fn set(&self, _: u32) {}
}
