//! # Callbacks across threads
//!
//! Two things are decided here: which closures come in, and what is locked while they run.

use std::sync::{Arc, Mutex};

/// A callback as the bus keeps it.
///
/// `Sync`, because several publishers call it at the same time; `Send`, because whoever lets go of it last drops it, on
/// whatever thread that is. The `dyn` type has these traits only because they are written here. An `Arc` instead of a
/// `Box`, so that a publisher can keep the callback alive without the lock.
type Callback = Arc<dyn Fn(&str) + Send + Sync>;

/// Calls its callbacks with every message.
#[derive(Default)]
pub struct Bus {
    callbacks: Mutex<Vec<Callback>>,
}

impl Bus {
    /// A bus without callbacks.
    pub fn new() -> Self {
        Bus::default()
    }

    /// From now on `f` is called with every message.
    ///
    /// The bounds stand here because here the mistake would be made: who hands in a closure with an `Rc` reads of it on
    /// the line with that closure. `'static`, because nobody knows how long the bus lives.
    pub fn subscribe(&self, f: impl Fn(&str) + Send + Sync + 'static) {
        self.callbacks.lock().unwrap().push(Arc::new(f));
    }

    /// Calls all callbacks, in the order of subscription.
    pub fn publish(&self, message: &str) {
        // Code that is not ours never runs under our lock: it may come back for the same lock, or take long. So the list
        // is copied, which costs a count for each callback. An RwLock would let publishers in together, but a callback
        // that subscribes would still wait for itself. With many callbacks and many messages, keep an
        // `Arc<[Callback]>` that `subscribe` replaces: then a publisher clones one Arc.
        let callbacks = self.callbacks.lock().unwrap().clone();
        for callback in callbacks {
            callback(message);
        }
    }
}

// Fails here, and not in the code of the first user, if somebody takes a bound away.
const _: () = {
    const fn is_send_and_sync<T: Send + Sync>() {}
    is_send_and_sync::<Bus>();
};
