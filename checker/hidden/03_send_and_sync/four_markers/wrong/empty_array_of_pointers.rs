// wrong: an empty array of pointers has no size, but it has the alignment of a pointer, and that makes the type larger
// finding: the_markers_cost_nothing: wrong_result

use std::cell::Cell;
use std::marker::PhantomData;
use std::sync::MutexGuard;

pub struct Both(u32);

pub struct OnlySend(u32, PhantomData<Cell<()>>);

pub struct OnlySync(u32, PhantomData<MutexGuard<'static, ()>>);

pub struct Neither(u32, [*const (); 0]);

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
        Neither(value, [])
    }

    pub fn get(&self) -> u32 {
        self.0
    }
}
