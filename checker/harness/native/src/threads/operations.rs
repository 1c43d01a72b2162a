//! Which function waits for what.

use report::WaitsFor;
use threadlings_report as report;

use super::frames::Frame;

/// What an operation waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Awaited {
    Lock,
    Message,
    Room,
    Thread,
    Scope,
    Notification,
    Unpark,
    Initialisation,
    Other(&'static str),
}

/// Operations that wait: part of the path of the file that defines the function (or of the function, where the file is
/// not known), the function, what to call it, what it waits for. The first that fits counts.
const OPERATIONS: &[(&str, &str, &str, Awaited)] = &[
    ("sync/poison/mutex.rs", "lock", "lock", Awaited::Lock),
    ("sync/poison/rwlock.rs", "read", "read", Awaited::Lock),
    ("sync/poison/rwlock.rs", "write", "write", Awaited::Lock),
    ("sync/poison/condvar.rs", "wait", "wait", Awaited::Notification),
    ("sync/poison/condvar.rs", "wait_while", "wait_while", Awaited::Notification),
    ("sync/poison/condvar.rs", "wait_timeout", "wait_timeout", Awaited::Other(TIME)),
    ("sync/poison/condvar.rs", "wait_timeout_while", "wait_timeout_while", Awaited::Other(TIME)),
    ("sync/barrier.rs", "wait", "wait", Awaited::Other("other threads at the barrier")),
    ("sync/mpsc.rs", "recv", "recv", Awaited::Message),
    ("sync/mpsc.rs", "next", "recv", Awaited::Message),
    ("sync/mpsc.rs", "recv_timeout", "recv_timeout", Awaited::Other(TIME)),
    ("sync/mpsc.rs", "send", "send", Awaited::Room),
    ("thread/join_handle.rs", "join", "join", Awaited::Thread),
    ("thread/scoped.rs", "join", "join", Awaited::Thread),
    ("thread/scoped.rs", "scope", "scope", Awaited::Scope),
    ("thread/functions.rs", "park", "park", Awaited::Unpark),
    ("thread/functions.rs", "park_timeout", "park_timeout", Awaited::Other(TIME)),
    ("thread/functions.rs", "sleep", "sleep", Awaited::Other("the time to pass")),
    ("sync/once.rs", "call_once", "call_once", Awaited::Initialisation),
    ("sync/once.rs", "call_once_force", "call_once_force", Awaited::Initialisation),
    ("sync/once.rs", "wait", "wait", Awaited::Initialisation),
    ("sync/poison/once.rs", "call_once", "call_once", Awaited::Initialisation),
    ("sync/poison/once.rs", "call_once_force", "call_once_force", Awaited::Initialisation),
    ("sync/poison/once.rs", "wait", "wait", Awaited::Initialisation),
    ("sync/once_lock.rs", "get_or_init", "get_or_init", Awaited::Initialisation),
    ("sync/once_lock.rs", "set", "set", Awaited::Initialisation),
    ("sync/once_lock.rs", "wait", "wait", Awaited::Initialisation),
    ("sync/lazy_lock.rs", "force", "force", Awaited::Initialisation),
    ("sync/lazy_lock.rs", "deref", "force", Awaited::Initialisation),
    ("crossbeam", "recv", "recv", Awaited::Message),
    ("crossbeam", "next", "recv", Awaited::Message),
    ("crossbeam", "send", "send", Awaited::Room),
    ("crossbeam", "select", "select", Awaited::Other("a channel that is ready")),
    ("flume", "recv", "recv", Awaited::Message),
    ("flume", "next", "recv", Awaited::Message),
    ("flume", "send", "send", Awaited::Room),
    ("rayon", "join", "join", Awaited::Other(RAYON)),
    ("rayon", "scope", "scope", Awaited::Other(RAYON)),
    ("rayon", "install", "install", Awaited::Other(RAYON)),
    ("rayon", "in_worker", "join", Awaited::Other(RAYON)),
];

const TIME: &str = "another thread, or the time to pass";
const RAYON: &str = "work that rayon has not finished";

/// The operation that is waited in, by the functions called, the outermost first: the outermost that is known.
pub(super) fn outermost(calls: &[Frame]) -> (String, Awaited) {
    let known = calls.iter().find_map(|call| {
        let path = if call.file.is_empty() { &call.function } else { &call.file };
        let method = call.method();
        OPERATIONS.iter().find(|(part, name, ..)| path.contains(part) && method == *name)
    });
    match (known, calls.first()) {
        (Some(&(_, _, operation, awaited)), _) => (operation.to_owned(), awaited),
        (None, Some(call)) => (call.method(), Awaited::Other(UNKNOWN)),
        (None, None) => ("run".to_owned(), Awaited::Other(UNKNOWN)),
    }
}

const UNKNOWN: &str = "something that does not come";

impl From<Awaited> for WaitsFor {
    fn from(awaited: Awaited) -> Self {
        let other = |what: &str| WaitsFor::Other { what: what.to_owned() };
        match awaited {
            // Who holds it, or could send, is not to be seen from outside.
            Awaited::Lock => WaitsFor::Lock { holders: Vec::new() },
            Awaited::Message => WaitsFor::Message { senders: Vec::new() },
            Awaited::Room => WaitsFor::Room { receiver: None },
            Awaited::Thread => other("the end of a thread"),
            Awaited::Scope => WaitsFor::Scope,
            Awaited::Notification => WaitsFor::Notification,
            Awaited::Unpark => WaitsFor::Unpark,
            Awaited::Initialisation => WaitsFor::Initialisation,
            Awaited::Other(what) => other(what),
        }
    }
}
