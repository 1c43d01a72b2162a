// right: Neither is marked with a reference to a Cell: rustc then speaks of sharing where a value is sent

use std::cell::Cell;
use std::marker::PhantomData;
use std::sync::RwLockReadGuard;

pub struct Both(u32);

pub struct OnlySend(u32, PhantomData<Cell<u8>>);

pub struct OnlySync(u32, PhantomData<RwLockReadGuard<'static, u8>>);

pub struct Neither(u32, PhantomData<&'static Cell<()>>);

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
