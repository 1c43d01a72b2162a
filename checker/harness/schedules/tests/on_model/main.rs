//! Programs on the model of std.

#[macro_use]
extern crate threadlings_schedules as std;

mod alone;
mod bugs;
mod extent;
mod findings;
#[path = "../judge/mod.rs"]
mod judge;
mod livelocks;
mod model;
mod probed;
#[path = "../probes/mod.rs"]
mod probes;
mod waiting_bugs;
