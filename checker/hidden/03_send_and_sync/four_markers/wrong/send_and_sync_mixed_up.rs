// wrong: takes Send for what sharing needs and Sync for what moving needs
// finding: misuse/only_send_is_sent: use_refused

use std::cell::Cell;
use std::marker::PhantomData;
use std::sync::MutexGuard;

pub struct Both(u32);

pub struct OnlySend(u32, PhantomData<MutexGuard<'static, ()>>);

pub struct OnlySync(u32, PhantomData<Cell<()>>);

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
