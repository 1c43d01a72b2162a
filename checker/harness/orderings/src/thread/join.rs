//! `JoinHandle`.

use real_std::fmt;
use real_std::panic::Location;

use threadlings_trace::Cause;

use super::current::Thread;
use super::start::{Returned, Started, returned};
use crate::record::{self, Caller};

pub struct JoinHandle<T> {
    started: Started,
    returned: Returned<T>,
}

// SAFETY: as in std: a handle can be sent and shared whatever the result is, for the result was sent already. All
// modelled threads run on one real thread.
unsafe impl<T> Send for JoinHandle<T> {}
// SAFETY: as above.
unsafe impl<T> Sync for JoinHandle<T> {}

impl<T> JoinHandle<T> {
    pub(super) fn of((started, returned): (Started, Returned<T>)) -> Self {
        JoinHandle { started, returned }
    }

    pub fn thread(&self) -> &Thread {
        self.started.thread()
    }

    /// # Errors
    /// As in std: if the thread panicked.
    #[track_caller]
    pub fn join(self) -> super::Result<T> {
        join(self.started, Location::caller()).map(|()| returned(&self.returned))
    }

    pub fn is_finished(&self) -> bool {
        self.started.is_finished()
    }
}

fn join(started: Started, caller: Caller) -> super::Result<()> {
    let number = started.thread().number();
    let end = started.join("join", Cause::Thread(number), caller);
    record::step(caller, "join", |step| {
        step.note(threadlings_trace::thread_name(number));
        if end.is_err() {
            step.read("Err(..)");
        }
    });
    end
}

impl<T> fmt::Debug for JoinHandle<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("JoinHandle").finish_non_exhaustive()
    }
}
