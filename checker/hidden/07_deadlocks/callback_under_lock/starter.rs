//! # A callback under the lock
//!
//! An `Emitter` calls its listeners for every event. A listener gets the emitter handed in, so that it can do something
//! with it: subscribe another listener, or itself leave. With the emitter below it had better not. The report shows you
//! who holds the lock, and who waits for it. Repair `Emitter`.
//!
//! Why it matters: a lock is there to guard your data, and you know how long your own lines take. A callback is other
//! people's code. It may take a second, it may lock what somebody else has locked, it may come back to you. And it is
//! not always written down as a call: where the last owner of a value is dropped, that value's `drop` runs. So the rule
//! is simple: hold no lock of yours while code runs that you do not know.
//!
//! ## What must hold
//!
//! - `Emitter::new()` has no listeners.
//! - `emitter.on(f)` adds a listener, and returns an `Id` that no other listener of this emitter has or had.
//! - `emitter.emit(n)` calls every listener that is there when it begins, once, as `f(&emitter, n)`, in the order in
//!   which they were added, and returns when all these calls have. A listener that is removed meanwhile may be left out.
//!   One that is added meanwhile hears from the next `emit` on.
//! - `emitter.off(id)` removes a listener. No `emit` that begins after `off` has returned calls it. An `emit` that is
//!   under way may still do so. If there is no such listener any more, nothing happens.
//! - A removed listener is dropped, with all that it has captured, at the latest when `off` and every `emit` that was
//!   under way have returned.
//! - A listener may call `on`, `off` and `emit` of the same emitter. So may the `drop` of what a listener has captured,
//!   wherever it runs.
//! - Any number of threads may use the emitter at the same time. While a listener runs, nobody waits because of it: not
//!   for `on`, not for `off`, and not for another `emit`.
//! - Listeners do not panic.
//!
//! How `Emitter` keeps its listeners is up to you: its fields are private.
//!
//! Work at the `// TODO`s.

use std::sync::Mutex;

/// Tells listeners apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Id(u64);

type Listener = dyn Fn(&Emitter, u32) + Send + Sync;

/// Calls its listeners for every event.
#[derive(Default)]
pub struct Emitter {
    listeners: Mutex<Listeners>,
}

#[derive(Default)]
struct Listeners {
    next_id: u64,
    list: Vec<(Id, Box<Listener>)>,
}

impl Emitter {
    /// An emitter without listeners.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a listener.
    pub fn on(&self, f: impl Fn(&Emitter, u32) + Send + Sync + 'static) -> Id {
        let mut listeners = self.listeners.lock().unwrap();
        let id = Id(listeners.next_id);
        listeners.next_id += 1;
        listeners.list.push((id, Box::new(f)));
        id
    }

    /// Removes a listener.
    pub fn off(&self, id: Id) {
        // TODO: where is the listener dropped, and what may its `drop` do?
        self.listeners.lock().unwrap().list.retain(|(other, _)| *other != id);
    }

    /// Calls all listeners.
    pub fn emit(&self, n: u32) {
        // TODO: what does this thread hold while a listener runs?
        let listeners = self.listeners.lock().unwrap();
        for (_, listener) in &listeners.list {
            listener(self, n);
        }
    }
}
