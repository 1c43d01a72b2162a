//! Where `println!` and its kin go, and who may write there.

use real_std::cell::Cell;
use real_std::fmt::Arguments;
use real_std::panic::Location;

use threadlings_trace::{self as trace, Caller, Cause};

use crate::engine::run::{self, End, Patience};
use crate::engine::sensitivity::{self, Notice};

pub use threadlings_trace::Stream;

/// The thread that holds a stream's lock, and how often.
type Holder = Option<(usize, usize)>;

thread_local! {
    static HOLDERS: [Cell<Holder>; 2] = const { [const { Cell::new(None) }; 2] };
}

/// Before an execution: nobody holds a stream.
pub(crate) fn forget_holders() {
    for stream in [Stream::Output, Stream::Error] {
        set_holder(stream, None);
    }
}

/// Prints, and starts a new line if asked to.
#[track_caller]
pub fn print(stream: Stream, macro_name: &'static str, text: Arguments<'_>, end: &str) {
    let text = text.to_string() + end;
    sensitivity::switch_for(Notice::Output);
    wait_for(stream, macro_name, Location::caller());
    put(stream, macro_name, &text, Location::caller());
}

/// Writes to a stream, whose lock the thread may hold.
pub(crate) fn write(stream: Stream, text: &str, caller: Caller) {
    sensitivity::switch_for(Notice::Output);
    wait_for(stream, "write", caller);
    put(stream, "write", text, caller);
}

/// Waits until no other thread holds the stream, and holds it. A thread can do so more than once.
pub(crate) fn hold(stream: Stream, caller: Caller) {
    sensitivity::switch_for(Notice::Output);
    wait_for(stream, "lock", caller);
    let times = holder(stream).map_or(0, |(_, times)| times);
    set_holder(stream, Some((run::me(), times + 1)));
}

/// Gives the stream back, as often as it was held.
pub(crate) fn give_back(stream: Stream) {
    sensitivity::switch_for(Notice::Output);
    let left = holder(stream).filter(|(_, times)| *times > 1).map(|(thread, times)| (thread, times - 1));
    set_holder(stream, left);
    if left.is_none() {
        run::wake(key(stream));
    }
}

fn wait_for(stream: Stream, operation: &'static str, caller: Caller) {
    let me = run::me();
    while holder(stream).is_some_and(|(thread, _)| thread != me) {
        let what = match stream {
            Stream::Output => "the lock of the standard output",
            Stream::Error => "the lock of the standard error",
        };
        trace::waits(me, caller, operation, None, Cause::Other(what.to_owned()));
        run::wait(key(stream), Patience::Endless);
    }
    trace::goes_on(me);
}

fn put(stream: Stream, operation: &'static str, text: &str, caller: Caller) {
    if trace::print(stream, text).is_err() {
        run::stop(End::Output);
    }
    trace::step(run::me(), caller, operation, |step| {
        step.wrote_debug(&text.trim_end());
    });
}

fn holder(stream: Stream) -> Holder {
    HOLDERS.with(|holders| holders[stream as usize].get())
}

fn set_holder(stream: Stream, holder: Holder) {
    HOLDERS.with(|holders| holders[stream as usize].set(holder));
}

/// What threads wait for that wait for a stream: an address that no object has.
fn key(stream: Stream) -> usize {
    usize::MAX - stream as usize
}
