// right: OnlySend keeps its number in a Cell, so it needs no marker; the others get one by a macro

use std::cell::Cell;
use std::marker::PhantomData;
use std::sync::{Arc, MutexGuard};

pub struct OnlySend {
    value: Cell<u32>,
}

impl OnlySend {
    pub const fn new(value: u32) -> Self {
        OnlySend { value: Cell::new(value) }
    }

    pub fn get(&self) -> u32 {
        self.value.get()
    }
}

macro_rules! marked {
    ($name:ident, $marker:ty) => {
        #[derive(Debug)]
        pub struct $name {
            value: u32,
            _marker: PhantomData<$marker>,
        }

        impl $name {
            pub const fn new(value: u32) -> Self {
                $name { value, _marker: PhantomData }
            }

            pub fn get(&self) -> u32 {
                self.value
            }
        }
    };
}

marked!(Both, ());
marked!(OnlySync, MutexGuard<'static, u32>);
marked!(Neither, Arc<Cell<()>>);
