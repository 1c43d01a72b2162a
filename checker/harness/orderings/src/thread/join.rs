//! `JoinHandle`.

use real_std::fmt;
use real_std::panic::Location;

use threadlings_trace::Cause;

use super::current::Thread;
use super::start::Started;
use crate::record;

pub struct JoinHandle<T>(Started<T>);

// SAFETY: as in std: a handle can be sent and shared whatever the result is, for the result was sent already. All
// modelled threads run on one real thread.
unsafe impl<T> Send for JoinHandle<T> {}
// SAFETY: as above.
unsafe impl<T> Sync for JoinHandle<T> {}

impl<T> JoinHandle<T> {
    pub(super) fn of(started: Started<T>) -> Self {
        JoinHandle(started)
    }

    pub fn thread(&self) -> &Thread {
        self.0.thread()
    }

    /// # Errors
    /// As in std: if the thread panicked.
    #[track_caller]
    pub fn join(self) -> super::Result<T> {
        let caller = Location::caller();
        let number = self.thread().number();
        let result = self.0.join("join", Cause::Thread(number), caller);
        record::step(caller, "join", |step| {
            step.note(threadlings_trace::thread_name(number));
            if result.is_err() {
                step.read("Err(..)");
            }
        });
        result
    }

    pub fn is_finished(&self) -> bool {
        self.0.is_finished()
    }
}

impl<T> fmt::Debug for JoinHandle<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("JoinHandle").finish_non_exhaustive()
    }
}
