//! `Receiver` and its iterators.

use real_std::cell::Cell;
use real_std::fmt;
use real_std::marker::PhantomData;
use real_std::panic::Location;
use real_std::sync::Arc;
use real_std::time::Duration;

use super::queue::Queue;
use super::{RecvError, RecvTimeoutError, TryRecvError};
use crate::record::{self, Caller};

pub struct Receiver<T> {
    queue: Arc<Queue<T>>,
    not_sync: PhantomData<Cell<()>>,
}

impl<T> Receiver<T> {
    pub(super) fn of(queue: Arc<Queue<T>>) -> Self {
        Receiver { queue, not_sync: PhantomData }
    }

    /// # Errors
    /// If all senders are gone and no message is left.
    #[track_caller]
    pub fn recv(&self) -> Result<T, RecvError> {
        self.receive("recv", true, Location::caller()).map_err(|_| RecvError)
    }

    /// # Errors
    /// If there is no message.
    #[track_caller]
    pub fn try_recv(&self) -> Result<T, TryRecvError> {
        self.receive("try_recv", false, Location::caller())
    }

    /// May time out whenever other threads have had a chance to run.
    ///
    /// # Errors
    /// If there is no message.
    #[track_caller]
    pub fn recv_timeout(&self, _: Duration) -> Result<T, RecvTimeoutError> {
        loom::thread::yield_now();
        self.receive("recv_timeout", false, Location::caller()).map_err(|error| match error {
            TryRecvError::Empty => RecvTimeoutError::Timeout,
            TryRecvError::Disconnected => RecvTimeoutError::Disconnected,
        })
    }

    #[track_caller]
    pub fn iter(&self) -> Iter<'_, T> {
        Iter { receiver: self, caller: Location::caller() }
    }

    #[track_caller]
    pub fn try_iter(&self) -> TryIter<'_, T> {
        TryIter { receiver: self, caller: Location::caller() }
    }

    fn receive(&self, operation: &'static str, wait: bool, caller: Caller) -> Result<T, TryRecvError> {
        let result = self.queue.receive(wait, caller);
        record::step(caller, operation, |step| {
            step.on(self.queue.identity());
            match &result {
                Ok(message) => step.read_value(message),
                Err(error) => step.read(format!("Err({error:?})")),
            };
        });
        result
    }
}

impl<T> Drop for Receiver<T> {
    fn drop(&mut self) {
        self.queue.remove_receiver();
    }
}

impl<T> fmt::Debug for Receiver<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Receiver").finish_non_exhaustive()
    }
}

#[derive(Debug)]
pub struct Iter<'a, T> {
    receiver: &'a Receiver<T>,
    caller: Caller,
}

impl<T> Iterator for Iter<'_, T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        self.receiver.receive("recv", true, self.caller).ok()
    }
}

#[derive(Debug)]
pub struct TryIter<'a, T> {
    receiver: &'a Receiver<T>,
    caller: Caller,
}

impl<T> Iterator for TryIter<'_, T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        self.receiver.receive("try_recv", false, self.caller).ok()
    }
}

#[derive(Debug)]
pub struct IntoIter<T> {
    receiver: Receiver<T>,
    caller: Caller,
}

impl<T> Iterator for IntoIter<T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        self.receiver.receive("recv", true, self.caller).ok()
    }
}

impl<T> IntoIterator for Receiver<T> {
    type Item = T;
    type IntoIter = IntoIter<T>;

    #[track_caller]
    fn into_iter(self) -> IntoIter<T> {
        IntoIter { receiver: self, caller: Location::caller() }
    }
}

impl<'a, T> IntoIterator for &'a Receiver<T> {
    type Item = T;
    type IntoIter = Iter<'a, T>;

    #[track_caller]
    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}
