// wrong: adds `unsafe impl Sync` to OnlySend to get rid of an error
// finding: misuse/only_send_is_shared: misuse_compiles

use std::cell::Cell;
use std::marker::PhantomData;
use std::sync::MutexGuard;

pub struct Both(u32);

pub struct OnlySend(u32, PhantomData<Cell<()>>);

pub struct OnlySync(u32, PhantomData<MutexGuard<'static, ()>>);

pub struct Neither(u32, PhantomData<*const ()>);

// SAFETY: a u32 is nothing but a number.
unsafe impl Sync for OnlySend {}

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
