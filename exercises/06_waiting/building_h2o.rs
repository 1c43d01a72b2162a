//! # Quiz 3: water
//!
//! Threads are atoms. A thread that calls `hydrogen` is an atom of hydrogen, one that calls `oxygen` is an atom of
//! oxygen, and each brings a closure, its bond. Two atoms of hydrogen and one of oxygen make a molecule of water: they
//! wait for each other, and then bond. There is nothing to repair here, `Factory` is yours from the start.
//!
//! Why it matters: threads that form groups of a certain make are everywhere. A transaction needs two replicas and a
//! leader, a match needs four players and a referee, a build step needs its inputs and a free machine. Everything of
//! this chapter is needed for it: conditions, whom to wake, phases, and rounds that must not be mixed up.
//!
//! ## What must hold
//!
//! - `factory.hydrogen(bond)` and `factory.oxygen(bond)` call `bond` exactly once, on the thread that made the call,
//!   and return some time after that.
//! - Bonds are made in groups of two of hydrogen and one of oxygen. No bond of a group begins before three such calls
//!   are there; then all three are made. In what order, or whether at the same time, is up to you.
//! - Groups do not overlap: the bonds of a group have all ended before any bond of the next group begins.
//! - As soon as there are atoms for a group, and the last one is done, a group is made. Atoms that are left over wait,
//!   for the next group, and keep nobody else from bonding. Which atoms of a kind are taken first is up to you.
//! - Any number of threads may call both. A thread may be back with the next atom before the others of its group have
//!   returned. Threads may wake up although nobody has notified them.
//! - A thread that waits sleeps. It does not look again and again. Bonds do not panic, and do not call the factory.
//!
//! The fields of `Factory` are up to you.
//!
//! Work at the `// TODO`s.

/// Makes molecules of water out of threads.
pub struct Factory {
    // TODO: what must be known to decide who may bond?
}

impl Factory {
    /// A factory in which nobody waits.
    pub fn new() -> Self {
        Factory {}
    }

    /// One atom of hydrogen: waits for its group, and bonds.
    pub fn hydrogen(&self, bond: impl FnOnce()) {
        // TODO: wait for another atom of hydrogen and one of oxygen.
        bond();
    }

    /// One atom of oxygen: waits for its group, and bonds.
    pub fn oxygen(&self, bond: impl FnOnce()) {
        // TODO: wait for two atoms of hydrogen.
        bond();
    }
}
