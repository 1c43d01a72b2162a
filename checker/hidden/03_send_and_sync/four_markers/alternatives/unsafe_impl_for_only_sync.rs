// right: a raw pointer takes both traits away, `unsafe impl` gives one back

use std::cell::Cell;
use std::marker::PhantomData;

pub struct Both(u32);

pub struct OnlySend(u32, PhantomData<Cell<()>>);

pub struct OnlySync(u32, PhantomData<*const ()>);

pub struct Neither(u32, PhantomData<*const ()>);

// SAFETY: through a shared reference the number can only be read.
unsafe impl Sync for OnlySync {}

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
