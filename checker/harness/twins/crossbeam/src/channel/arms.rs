//! What the macros `select!` and `select_biased!` expand to.

use std::panic::Location;
use std::time::Duration;

use super::choice::{Operation, Rule, Timeout};
use super::select::choose_and_tell;
use super::{Receiver, RecvError, SendError, Sender, deadline};

pub use super::choice::Chosen;
pub use std::option::Option;
pub use threadlings_schedules::engine::outside::Caller;

/// The arms of one `select!` that wait for a channel.
pub struct Arms<'a> {
    operations: Vec<Operation<'a>>,
    biased: bool,
}

/// An arm that receives, and where it is.
pub struct RecvArm<'a, T> {
    index: usize,
    receiver: &'a Receiver<T>,
    place: Caller,
}

/// An arm that sends, and where it is.
pub struct SendArm<'a, T> {
    index: usize,
    sender: &'a Sender<T>,
    place: Caller,
}

impl<'a> Arms<'a> {
    /// No arms yet.
    pub fn new(biased: bool) -> Self {
        Arms { operations: Vec::new(), biased }
    }

    /// Adds an arm that receives.
    pub fn recv<T>(&mut self, receiver: &'a Receiver<T>, place: Caller) -> RecvArm<'a, T> {
        let index = self.operations.len();
        self.operations.push(Operation { index, end: receiver });
        RecvArm { index, receiver, place }
    }

    /// Adds an arm that sends.
    pub fn send<T>(&mut self, sender: &'a Sender<T>, place: Caller) -> SendArm<'a, T> {
        let index = self.operations.len();
        self.operations.push(Operation { index, end: sender });
        SendArm { index, sender, place }
    }

    /// Waits for an arm that is ready.
    #[track_caller]
    pub fn wait(self) -> Chosen {
        self.choose("select", Timeout::Never, Location::caller()).expect("it waits for ever")
    }

    /// An arm that is ready; `place` is that of the `default`.
    pub fn look(self, place: Caller) -> Option<Chosen> {
        self.choose("default", Timeout::Now, place)
    }

    /// Waits so long for an arm that is ready; `place` is that of the `default`.
    pub fn wait_for(self, timeout: Duration, place: Caller) -> Option<Chosen> {
        self.choose("default", deadline(timeout).into(), place)
    }

    fn choose(self, name: &'static str, timeout: Timeout, place: Caller) -> Option<Chosen> {
        let rule = Rule { biased: self.biased, claims: true };
        choose_and_tell(&self.operations, rule, name, timeout, place)
    }
}

impl<T> RecvArm<'_, T> {
    /// Whether this one was chosen.
    pub fn is(&self, chosen: Chosen) -> bool {
        self.index == chosen.index
    }

    /// Receives.
    ///
    /// # Errors
    /// If all senders are gone.
    pub fn finish(self, chosen: Chosen) -> Result<T, RecvError> {
        self.receiver.receive_chosen(chosen.ticket, self.place)
    }
}

impl<T> SendArm<'_, T> {
    /// Whether this one was chosen.
    pub fn is(&self, chosen: Chosen) -> bool {
        self.index == chosen.index
    }

    /// Sends.
    ///
    /// # Errors
    /// The message, if there is no receiver.
    pub fn finish(self, chosen: Chosen, message: T) -> Result<(), SendError<T>> {
        self.sender.send_chosen(chosen.ticket, message, self.place)
    }
}

/// The words that arms begin with, as names of something that knows where it is named.
///
/// Whatever a macro calls is called, to the compiler, where the macro is. Only a name that the learner has written
/// keeps its place, if all that happens there is written by nobody: so it is dereferenced silently.
#[allow(non_upper_case_globals, reason = "they are words of the macro's")]
pub mod words {
    use super::Location;

    /// Is dereferenced to its place.
    #[derive(Debug)]
    pub struct Word;

    impl std::ops::Deref for Word {
        type Target = Location<'static>;

        #[track_caller]
        fn deref(&self) -> &Location<'static> {
            Location::caller()
        }
    }

    /// The word of an arm that receives.
    pub const recv: &Word = &Word;
    /// The word of an arm that sends.
    pub const send: &Word = &Word;
    /// The word of the arm for when no other is ready.
    pub const default: &Word = &Word;
}
