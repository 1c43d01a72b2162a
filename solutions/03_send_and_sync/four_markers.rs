//! # Four markers
//!
//! `PhantomData<T>` takes part in the auto traits as if a `T` were there, and takes no room. So the whole task is to
//! find, for each row of the table, a type of std that has exactly the traits wanted.

use std::cell::Cell;
use std::marker::PhantomData;
use std::sync::MutexGuard;

/// May move to another thread and be shared by threads.
pub struct Both(u32);

/// May move to another thread, but not be shared.
///
/// A `Cell` is the model: it may change hands, but two threads must not use it through `&Cell`.
pub struct OnlySend(u32, PhantomData<Cell<()>>);

/// May be shared by threads, but not move to another one.
///
/// A `MutexGuard` is the model: the thread that locked has to unlock. The other way is a raw pointer with
/// `unsafe impl Sync`. The guard needs no `unsafe`, so nobody has to check a proof; std promises both of its traits.
pub struct OnlySync(u32, PhantomData<MutexGuard<'static, ()>>);

/// Stays on its thread.
///
/// A raw pointer has neither trait. `Rc<()>` would do as well, but would make the reader look for a count.
pub struct Neither(u32, PhantomData<*const ()>);

impl Both {
    /// Holds `value`.
    pub fn new(value: u32) -> Self {
        Both(value)
    }

    /// The value.
    pub fn get(&self) -> u32 {
        self.0
    }
}

impl OnlySend {
    /// Holds `value`.
    pub fn new(value: u32) -> Self {
        OnlySend(value, PhantomData)
    }

    /// The value.
    pub fn get(&self) -> u32 {
        self.0
    }
}

impl OnlySync {
    /// Holds `value`.
    pub fn new(value: u32) -> Self {
        OnlySync(value, PhantomData)
    }

    /// The value.
    pub fn get(&self) -> u32 {
        self.0
    }
}

impl Neither {
    /// Holds `value`.
    pub fn new(value: u32) -> Self {
        Neither(value, PhantomData)
    }

    /// The value.
    pub fn get(&self) -> u32 {
        self.0
    }
}
