// wrong: marks all three with a raw pointer, which takes both traits away
// finding: misuse/only_send_is_sent: use_refused

use std::marker::PhantomData;

pub struct Both(u32);

pub struct OnlySend(u32, PhantomData<*const ()>);

pub struct OnlySync(u32, PhantomData<*const ()>);

pub struct Neither(u32, PhantomData<*const ()>);

impl Both {
    pub fn new(value: u32) -> Self {
        Both(value)
    }

    pub fn get(&self) -> u32 {
        self.0
    }
}

impl OnlySend {
    pub fn new(value: u32) -> Self {
        OnlySend(value, PhantomData)
    }

    pub fn get(&self) -> u32 {
        self.0
    }
}

impl OnlySync {
    pub fn new(value: u32) -> Self {
        OnlySync(value, PhantomData)
    }

    pub fn get(&self) -> u32 {
        self.0
    }
}

impl Neither {
    pub fn new(value: u32) -> Self {
        Neither(value, PhantomData)
    }

    pub fn get(&self) -> u32 {
        self.0
    }
}
