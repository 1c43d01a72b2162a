//! Which object a step is about.

use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

use crate::Caller;
use crate::execution::{ObjectLog, execution, with_log};

/// What a modelled object carries so that reports can tell it from others: its type's name and where it was made.
///
/// It moves with the object, unlike an address. The object gets its number when it is first used in an execution.
#[derive(Debug)]
pub struct Identity {
    kind: &'static str,
    made: Caller,
    /// The execution in the upper half, the object's number in it in the lower. Atomic only so that the objects
    /// stay `Sync` and `RefUnwindSafe`.
    number: AtomicU64,
}

impl Identity {
    /// An object of the std type `kind`, made by `made`.
    pub const fn new(kind: &'static str, made: Caller) -> Self {
        Identity { kind, made, number: AtomicU64::new(0) }
    }

    /// Where it was made.
    pub fn made(&self) -> Caller {
        self.made
    }

    /// The object's index in the log.
    pub(crate) fn index(&self) -> usize {
        let number = self.number.load(Relaxed);
        if (number >> 32) as u32 == execution() {
            return number as u32 as usize;
        }
        let index = with_log(|log| {
            log.objects.push(ObjectLog { kind: self.kind, made: self.made, holders: Vec::new(), senders: Vec::new() });
            log.objects.len() - 1
        });
        self.number.store(u64::from(execution()) << 32 | index as u64, Relaxed);
        index
    }
}
