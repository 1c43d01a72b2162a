// wrong: puts real values in instead of PhantomData: right traits, but they need room
// finding: the_markers_cost_nothing: wrong_result

use std::cell::Cell;
use std::marker::PhantomData;
use std::rc::Rc;
use std::sync::MutexGuard;

pub struct Both(u32);

pub struct OnlySend(u32, Cell<u8>);

pub struct OnlySync(u32, PhantomData<MutexGuard<'static, ()>>);

pub struct Neither(u32, Rc<()>);

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
        OnlySend(value, Cell::new(0))
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
        Neither(value, Rc::new(()))
    }

    pub fn get(&self) -> u32 {
        self.0
    }
}
