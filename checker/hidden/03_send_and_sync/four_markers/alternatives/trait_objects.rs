// right: trait objects have just the auto traits that they name

use std::marker::PhantomData;

pub struct Both(u32);

pub struct OnlySend(u32, PhantomData<dyn Send>);

pub struct OnlySync(u32, PhantomData<dyn Sync>);

pub struct Neither(u32, PhantomData<dyn Fn()>);

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
