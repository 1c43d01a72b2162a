// wrong: get returns what the type needs instead of what it holds
// finding: the_number_is_kept: wrong_result

use std::cell::Cell;
use std::marker::PhantomData;
use std::sync::MutexGuard;

pub struct Both(u32);

pub struct OnlySend(u32, PhantomData<Cell<()>>);

pub struct OnlySync(u32, PhantomData<MutexGuard<'static, ()>>);

pub struct Neither(u32, PhantomData<*const ()>);

impl Both {
    pub fn new(value: u32) -> Self {
        Both(value)
    }

    pub fn get(&self) -> u32 {
        size_of::<Self>() as u32
    }
}

impl OnlySend {
    pub fn new(value: u32) -> Self {
        OnlySend(value, PhantomData)
    }

    pub fn get(&self) -> u32 {
        size_of::<Self>() as u32
    }
}

impl OnlySync {
    pub fn new(value: u32) -> Self {
        OnlySync(value, PhantomData)
    }

    pub fn get(&self) -> u32 {
        size_of::<Self>() as u32
    }
}

impl Neither {
    pub fn new(value: u32) -> Self {
        Neither(value, PhantomData)
    }

    pub fn get(&self) -> u32 {
        size_of::<Self>() as u32
    }
}
