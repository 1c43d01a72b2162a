//! `Sender` and `SyncSender`.

use real_std::fmt;
use real_std::panic::Location;
use real_std::sync::Arc;

use super::queue::Queue;
use super::{SendError, TrySendError};
use crate::record::{self, Caller};

macro_rules! sender {
    ($name:ident) => {
        pub struct $name<T> {
            queue: Arc<Queue<T>>,
            number: usize,
        }

        impl<T> $name<T> {
            pub(super) fn of(queue: Arc<Queue<T>>, caller: Caller) -> Self {
                let number = queue.add_sender(caller);
                $name { queue, number }
            }

            /// # Errors
            /// If the receiver is gone.
            #[track_caller]
            pub fn send(&self, message: T) -> Result<(), SendError<T>> {
                let caller = Location::caller();
                let text = threadlings_trace::value_text(&message);
                let result = self.queue.send(message, true, caller);
                record::step(caller, "send", |step| {
                    step.on(self.queue.identity());
                    if let Some(text) = text {
                        step.wrote(text);
                    }
                    if result.is_err() {
                        step.read("Err(..)");
                    }
                });
                result.map_err(|(TrySendError::Full(message) | TrySendError::Disconnected(message))| SendError(message))
            }
        }

        impl<T> Clone for $name<T> {
            #[track_caller]
            fn clone(&self) -> Self {
                $name::of(Arc::clone(&self.queue), Location::caller())
            }
        }

        impl<T> Drop for $name<T> {
            fn drop(&mut self) {
                self.queue.remove_sender(self.number);
            }
        }

        impl<T> fmt::Debug for $name<T> {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.debug_struct(stringify!($name)).finish_non_exhaustive()
            }
        }
    };
}

sender!(Sender);
sender!(SyncSender);

impl<T> SyncSender<T> {
    /// # Errors
    /// If there is no room, or the receiver is gone.
    #[track_caller]
    pub fn try_send(&self, message: T) -> Result<(), TrySendError<T>> {
        let caller = Location::caller();
        let result = self.queue.send(message, false, caller);
        record::step(caller, "try_send", |step| {
            step.on(self.queue.identity()).read(if result.is_ok() { "Ok(())" } else { "Err(..)" });
        });
        result
    }
}
