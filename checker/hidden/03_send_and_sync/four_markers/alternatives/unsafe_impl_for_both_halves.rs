// right: one marker for three types; two of them get back what they may have

use std::marker::PhantomData;
use std::rc::Rc;

pub struct Both(u32);

pub struct OnlySend(u32, PhantomData<Rc<()>>);

pub struct OnlySync(u32, PhantomData<Rc<()>>);

pub struct Neither(u32, PhantomData<Rc<()>>);

// SAFETY: nothing of the value stays behind on the thread that it leaves.
unsafe impl Send for OnlySend {}

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
