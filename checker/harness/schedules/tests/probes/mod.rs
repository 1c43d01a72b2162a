//! Programs that use one part of std each, the way learners do, and check that it does what std says.
//!
//! They are compiled twice: against std itself, which shows that they are right, and against the model.
//!
//! A schedule may not decide whether one of them passes; what schedules can decide is looked at in other tests.
#![allow(
    clippy::explicit_write,
    clippy::missing_const_for_thread_local,
    clippy::type_complexity,
    clippy::waker_clone_wake,
    reason = "learners write like this, and it has to work"
)]

mod arcs;
mod atomics;
mod cells;
mod channels;
mod futures;
mod locals;
mod locks;
mod once;
mod poisoning;
mod printing;
mod threads;
mod waiting;

/// Names of programs, and the programs.
type Probes = &'static [(&'static str, fn())];

/// Lists functions by name.
macro_rules! probes {
    ($($name:ident)*) => { pub(crate) const PROBES: super::Probes = &[$((stringify!($name), $name)),*]; };
}
use probes;

/// All of them, by module.
pub(crate) const ALL: &[(&str, Probes)] = &[
    ("arcs", arcs::PROBES),
    ("atomics", atomics::PROBES),
    ("cells", cells::PROBES),
    ("channels", channels::PROBES),
    ("futures", futures::PROBES),
    ("locals", locals::PROBES),
    ("locks", locks::PROBES),
    ("once", once::PROBES),
    ("poisoning", poisoning::PROBES),
    ("printing", printing::PROBES),
    ("threads", threads::PROBES),
    ("waiting", waiting::PROBES),
];
