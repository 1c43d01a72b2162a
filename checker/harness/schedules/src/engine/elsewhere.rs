//! Operations of crates that stand in for the learner's, which tell nobody what they do.
//!
//! Only in the one execution that is shown, each point at which such a crate lets other threads run looks at its own
//! stack: the innermost line of the learner's is the place, and the function that it calls is the operation.

use real_std::backtrace::Backtrace;
use real_std::cell::RefCell;

use threadlings_report::{Place, keeper};
use threadlings_trace::{self as trace, Cause};

use crate::engine::run;

/// What a thread is about to do, or to go on with.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Operation {
    place: Option<Place>,
    name: String,
    /// Whether it gives something back, as the end of most operations does, which is not worth showing.
    gives_back: bool,
    /// Whether the thread has come back to it by now.
    done: bool,
}

thread_local! {
    /// By thread.
    static LAST: RefCell<Vec<Option<Operation>>> = const { RefCell::new(Vec::new()) };
}

/// Before an execution.
pub(crate) fn forget() {
    LAST.take();
}

/// The current thread comes to a point at which another may run, before it does something.
pub(crate) fn comes() {
    if trace::is_recording() {
        let me = run::me();
        let backtrace = Backtrace::force_capture();
        // What its addresses mean stands in files, which this thread cannot open.
        let operation = called(&keeper::ask(move || backtrace.to_string()));
        LAST.with_borrow_mut(|last| {
            if last.len() <= me {
                last.resize(me + 1, None);
            }
            last[me] = Some(operation);
        });
    }
}

/// The current thread does something at this moment.
pub fn does() {
    comes();
    goes_on(run::me());
}

/// The current thread begins with something that will take until it is woken.
pub fn is_about_to() {
    comes();
}

/// The current thread has to wait before it can do what it was about to do.
pub(crate) fn waits() {
    if trace::is_recording() {
        let me = run::me();
        let last = LAST.with_borrow_mut(|last| {
            let last = last.get_mut(me)?.as_mut()?;
            last.done = false;
            Some(last.clone())
        });
        if let Some(last) = last {
            trace::take_back(me, last.place, &last.name);
            trace::waits_at(me, last.place, &last.name, Cause::Other(WAITS.to_owned()));
        }
    }
}

/// A thread goes on: now it does what it was about to do.
pub(crate) fn goes_on(thread: usize) {
    if trace::is_recording() {
        let last = LAST.with_borrow_mut(|last| {
            let last = last.get_mut(thread)?.as_mut()?;
            (!real_std::mem::replace(&mut last.done, true)).then(|| last.clone())
        });
        if let Some(last) = last {
            trace::goes_on(thread);
            let dull = last.gives_back || last.name == DROP || last.place.is_none();
            trace::step_at(thread, last.place, &last.name, dull);
        }
    }
}

/// Why a thread never comes out of such an operation.
const WAITS: &str = "no other thread can let it go on";

/// The operation that ends the life of something.
const DROP: &str = "drop";

/// What gives back what locks and channels of these crates are made of.
const RELEASE: &str = "release";

/// The operation at the innermost line of the learner's in the text of a backtrace: what that line calls.
fn called(backtrace: &str) -> Operation {
    let mut operation = Operation { place: None, name: String::new(), gives_back: false, done: false };
    // What was compiled without line tables has a name and no location.
    let (mut inner, mut symbol) = ("", "");
    for line in backtrace.lines().map(str::trim_start) {
        if let Some(location) = line.strip_prefix("at ") {
            operation.place = learners(location);
            if operation.place.is_some() {
                operation.name = function(inner);
                return operation;
            }
        } else {
            inner = symbol;
            symbol = line.split_once(": ").map_or(line, |(_, symbol)| symbol);
            operation.gives_back |= function(inner) == RELEASE;
        }
    }
    operation
}

/// The place that a location `file:line:column` in the learner's file is.
fn learners(location: &str) -> Option<Place> {
    let mut parts = location.rsplitn(3, ':');
    let column = parts.next()?.parse().ok()?;
    let line = parts.next()?.parse().ok()?;
    trace::is_learner_file(parts.next()?).then_some(Place { line, column })
}

/// The name of a function, without path, types and closures; what polls a future is an `await`.
fn function(symbol: &str) -> String {
    let mut path = String::new();
    let mut depth = 0;
    for character in symbol.chars() {
        match character {
            '<' => depth += 1,
            '>' => depth -= 1,
            _ if depth == 0 => path.push(character),
            _ => {}
        }
    }
    let named = path.split("::").filter(|segment| !segment.is_empty() && !segment.starts_with('{'));
    let name = match named.last() {
        Some("poll") => "await",
        Some("drop_in_place") => DROP,
        Some(name) => name,
        None if path.contains("{async") => "await",
        None => "call",
    };
    name.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use threadlings_report::channel::Job;

    #[test]
    fn the_innermost_line_of_the_learners_is_found() {
        trace::configure(&Job {
            test: String::new(),
            learner_file: "exercises/maps.rs".to_owned(),
            max_executions: 0,
            max_steps: 0,
            max_threads: 0,
            seconds: 0,
            cpu_seconds: 0,
            memory: 0,
            full_trace: false,
            replay: None,
        });
        let text = "   0: shuttle_engine::runtime::thread::continuation::switch\n   \
            1: lock_api::mutex::Mutex<R,T>::lock\n             at /registry/mutex.rs:223:9\n   2: exercise::work::{{closure}}\n             \
            at ./exercises/maps.rs:12:20\n   3: exercise::work\n             at ./exercises/maps.rs:9:5\n";
        let operation = called(text);
        assert_eq!((operation.place, &*operation.name), (Some(Place { line: 12, column: 20 }), "lock"));
        assert!(!operation.gives_back && called(&text.replace("continuation::switch", "release")).gives_back);
        assert_eq!(called("   0: main\n             at ./tests.rs:1:1\n").place, None);
    }

    #[test]
    fn functions_have_short_names() {
        for (symbol, name) in [
            ("dashmap::DashMap<K,V>::insert", "insert"),
            ("<tokio::mpsc::Receiver<T> as Stream>::recv::{{closure}}", "recv"),
            ("<tokio::task::JoinHandle<u32> as Future>::poll", "await"),
            ("{async_fn#0}<u32>", "await"),
            ("core::ptr::drop_in_place<lock_api::MutexGuard<u8>>", DROP),
        ] {
            assert_eq!(function(symbol), name);
        }
    }
}
