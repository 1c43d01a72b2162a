//! # Callbacks across threads
//!
//! A `Bus` keeps callbacks and calls all of them with every message. Threads shall share it, and the compiler says no:
//! a `Box<dyn Fn(&str)>` could hold anything. Let threads share the bus, and refuse unfit callbacks where they come in.
//!
//! Why it matters: event handlers, hooks, plug-ins, loggers: a program keeps closures in a list and calls them later,
//! from whatever thread something happens on. A `dyn` type forgets what the closure captured. What it still knows is
//! what you wrote into the type, `dyn Fn(&str) + ...`, and whoever hands in a callback has to prove it. If the proof
//! is asked for in the right place, the error shows up on the line with the mistake, and not in somebody else's code.
//!
//! ## What must hold
//!
//! - `Bus::new()` makes a bus without callbacks. `Bus` is `Send` and `Sync`; any number of threads use it at once.
//! - `bus.subscribe(f)` takes any closure that can be called with a `&str` by several threads at the same time, and that
//!   may be dropped on any thread. The bounds are yours. For every other closure the line that calls `subscribe` does
//!   not compile.
//! - `bus.publish(message)` calls every callback that was subscribed before, in the order of subscription, and returns
//!   when all of them have returned.
//! - Two threads may publish at the same time, and then the same callback runs on both at once.
//! - Callbacks may use the bus, also to subscribe and to publish. One that is subscribed while a message is published
//!   hears the next message. Nobody waits for a callback in order to subscribe.
//! - No subscription is lost. When the bus is dropped, so are its callbacks.
//! - Callbacks do not panic. No `unsafe`.
//!
//! The field is up to you, and so is the type of `f`.
//!
//! Work at the `// TODO`s.

use std::sync::Mutex;

/// Calls its callbacks with every message.
pub struct Bus {
    // TODO: may threads share what is kept here?
    callbacks: Mutex<Vec<Box<dyn Fn(&str)>>>,
}

impl Bus {
    /// A bus without callbacks.
    pub fn new() -> Self {
        Bus { callbacks: Mutex::new(Vec::new()) }
    }

    /// From now on `f` is called with every message.
    // TODO: which closures may come in?
    pub fn subscribe(&self, f: impl Fn(&str) + 'static) {
        self.callbacks.lock().unwrap().push(Box::new(f));
    }

    /// Calls all callbacks, in the order of subscription.
    pub fn publish(&self, message: &str) {
        // TODO: what is locked while a callback runs?
        for callback in self.callbacks.lock().unwrap().iter() {
            callback(message);
        }
    }
}

// Proves that threads may share and send a bus: this compiles only if it is true.
const _: () = {
    const fn is_send_and_sync<T: Send + Sync>() {}
    is_send_and_sync::<Bus>();
};
