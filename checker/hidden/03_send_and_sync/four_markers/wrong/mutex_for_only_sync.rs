// wrong: marks OnlySync with the Mutex instead of its guard; a Mutex may do both
// finding: misuse/only_sync_is_sent: misuse_compiles

use std::cell::Cell;
use std::marker::PhantomData;
use std::sync::Mutex;

pub struct Both(u32);

pub struct OnlySend(u32, PhantomData<Cell<()>>);

pub struct OnlySync(u32, PhantomData<Mutex<()>>);

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
