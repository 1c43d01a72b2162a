//! One cell as the memory model sees it.

use crate::engine::race;
use crate::engine::spares::Slot;
use crate::engine::spinning;
use crate::record::Caller;

/// What is done to a cell.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Access {
    /// Nothing yet: only where it is was asked.
    None,
    /// Its value is read.
    Read,
    /// Its value is changed, or may be.
    Write,
}

impl Access {
    /// What a step that does this is called.
    pub(crate) fn name(self) -> Option<&'static str> {
        match self {
            Access::None => None,
            Access::Read => Some("read"),
            Access::Write => Some("write"),
        }
    }
}

/// Tells loom of the accesses to one cell.
pub(crate) struct CellSlot(Slot);

impl CellSlot {
    pub(crate) const fn new() -> Self {
        CellSlot(Slot::new())
    }

    /// The calling thread accesses the cell now. Ends the execution if that is a race.
    pub(crate) fn touch(&self, access: Access, caller: Caller) {
        if access == Access::None {
            return;
        }
        let cell = self.0.cell();
        race::announce(self.0.index(), access == Access::Write, caller);
        match access {
            Access::Write => cell.with_mut(|_| ()),
            _ => cell.with(|_| ()),
        }
        race::passed();
        if access == Access::Write {
            spinning::wrote();
        }
    }
}
