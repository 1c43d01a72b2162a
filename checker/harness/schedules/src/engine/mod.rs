//! What runs the hidden tests, and what the probes need of it.

pub mod alone;
mod bounded;
mod director;
pub(crate) mod elsewhere;
mod findings;
mod guided;
mod minimise;
pub mod outside;
pub(crate) mod panics;
mod probing;
pub(crate) mod process;
mod replay;
pub(crate) mod run;
mod sampled;
mod search;
pub(crate) mod sensitivity;
mod state;
mod strategy;
pub(crate) mod test_thread;
#[path = "../../../common/watchdog.rs"]
mod watchdog;

pub use alone::alone;
pub use probing::{
    TrackedCell, Waiting, all_asleep, current_thread, fail, happened, must_happen, printed, remark, settle,
    threads_alive, waiting,
};
pub(crate) use run::memory_counts;
pub use search::{explore, few_schedules};
pub use threadlings_trace::Deliberate;
