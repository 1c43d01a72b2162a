//! Where `println!` and its kin go.

use real_std::fmt::Arguments;
use real_std::panic::Location;

use threadlings_trace as trace;

use crate::engine::run::{self, End};
use crate::engine::sensitivity::{self, Notice};

/// Prints, and starts a new line if asked to.
#[track_caller]
pub fn print(macro_name: &'static str, text: Arguments<'_>, end: &str) {
    let caller = Location::caller();
    let text = text.to_string() + end;
    sensitivity::switch_for(Notice::Output);
    if trace::print(&text).is_err() {
        run::stop(End::Output);
    }
    trace::step(run::me(), caller, macro_name, |step| {
        step.wrote_debug(&text.trim_end());
    });
}
