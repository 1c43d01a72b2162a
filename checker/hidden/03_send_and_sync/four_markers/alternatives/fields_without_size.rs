// right: real fields that have no size

use std::cell::Cell;
use std::marker::PhantomData;
use std::sync::MutexGuard;

pub struct Both(u32);

pub struct OnlySend(u32, Cell<()>);

pub struct OnlySync(u32, PhantomData<MutexGuard<'static, ()>>);

pub struct Neither(u32, Stays);

#[derive(Clone, Copy)]
struct Stays(PhantomData<*mut u8>);

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
        OnlySend(value, Cell::new(()))
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
        Neither(value, Stays(PhantomData))
    }

    pub fn get(&self) -> u32 {
        self.0
    }
}
