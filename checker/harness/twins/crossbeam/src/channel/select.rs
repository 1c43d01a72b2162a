//! Selecting by hand.

use std::fmt;
use std::marker::PhantomData;
use std::panic::Location;
use std::time::Duration;

use threadlings_schedules::engine::outside::{self, Caller, Cause};
use threadlings_schedules::time::Instant;

use super::choice::{Chosen, End, Operation, Rule, Timeout, choose};
use super::{
    ReadyTimeoutError, Receiver, RecvError, SelectTimeoutError, SendError, Sender, TryReadyError, TrySelectError,
    deadline,
};

/// `crossbeam::channel::Select`.
pub struct Select<'a> {
    operations: Vec<Operation<'a>>,
    next: usize,
    biased: bool,
}

/// `crossbeam::channel::SelectedOperation`.
#[must_use]
pub struct SelectedOperation<'a> {
    chosen: Chosen,
    /// The end that it was added with.
    end: *const u8,
    select: PhantomData<&'a ()>,
}

impl<'a> Select<'a> {
    /// Of no operations yet; of several that are ready any can be chosen.
    #[allow(clippy::new_without_default, reason = "it has one")]
    pub fn new() -> Self {
        Select { operations: Vec::new(), next: 0, biased: false }
    }

    /// Of no operations yet; of several that are ready the first is chosen.
    pub fn new_biased() -> Self {
        Select { operations: Vec::new(), next: 0, biased: true }
    }

    /// Adds an operation that sends; its number.
    pub fn send<T>(&mut self, sender: &'a Sender<T>) -> usize {
        self.add(sender)
    }

    /// Adds an operation that receives; its number.
    pub fn recv<T>(&mut self, receiver: &'a Receiver<T>) -> usize {
        self.add(receiver)
    }

    fn add(&mut self, end: &'a dyn End) -> usize {
        let index = self.next;
        self.next += 1;
        self.operations.push(Operation { index, end });
        index
    }

    /// Takes an operation away.
    ///
    /// # Panics
    /// If there is none of this number.
    pub fn remove(&mut self, index: usize) {
        assert!(index < self.next, "index out of bounds; {index} >= {}", self.next);
        let position = self.operations.iter().position(|operation| operation.index == index);
        self.operations.remove(position.expect("no operation with this index"));
    }

    /// Chooses an operation that is ready.
    ///
    /// # Errors
    /// If there is none.
    #[track_caller]
    pub fn try_select(&mut self) -> Result<SelectedOperation<'a>, TrySelectError> {
        self.selected("try_select", Timeout::Now, Location::caller()).ok_or(TrySelectError)
    }

    /// Waits for an operation that is ready.
    ///
    /// # Panics
    /// If there are no operations.
    #[track_caller]
    pub fn select(&mut self) -> SelectedOperation<'a> {
        self.assert_some();
        self.selected("select", Timeout::Never, Location::caller()).expect("it waits for ever")
    }

    /// Waits for an operation that is ready, but no longer than the time given.
    ///
    /// # Errors
    /// If there was none.
    #[track_caller]
    pub fn select_timeout(&mut self, timeout: Duration) -> Result<SelectedOperation<'a>, SelectTimeoutError> {
        self.selected("select_timeout", deadline(timeout).into(), Location::caller()).ok_or(SelectTimeoutError)
    }

    /// Waits for an operation that is ready, but not beyond that time.
    ///
    /// # Errors
    /// If there was none.
    #[track_caller]
    pub fn select_deadline(&mut self, deadline: Instant) -> Result<SelectedOperation<'a>, SelectTimeoutError> {
        let timeout = deadline.nanoseconds().into();
        self.selected("select_deadline", timeout, Location::caller()).ok_or(SelectTimeoutError)
    }

    /// The number of an operation that is ready.
    ///
    /// # Errors
    /// If there is none.
    #[track_caller]
    pub fn try_ready(&mut self) -> Result<usize, TryReadyError> {
        self.looked_for("try_ready", Timeout::Now, Location::caller()).ok_or(TryReadyError)
    }

    /// Waits until an operation is ready; its number. It may also return for no reason.
    ///
    /// # Panics
    /// If there are no operations.
    #[track_caller]
    pub fn ready(&mut self) -> usize {
        self.assert_some();
        self.looked_for("ready", Timeout::Never, Location::caller()).expect("it waits for ever")
    }

    /// Waits until an operation is ready, but no longer than the time given; its number. It may also return for no reason.
    ///
    /// # Errors
    /// If there was none.
    #[track_caller]
    pub fn ready_timeout(&mut self, timeout: Duration) -> Result<usize, ReadyTimeoutError> {
        self.looked_for("ready_timeout", deadline(timeout).into(), Location::caller()).ok_or(ReadyTimeoutError)
    }

    /// Waits until an operation is ready, but not beyond that time; its number. It may also return for no reason.
    ///
    /// # Errors
    /// If there was none.
    #[track_caller]
    pub fn ready_deadline(&mut self, deadline: Instant) -> Result<usize, ReadyTimeoutError> {
        let timeout = deadline.nanoseconds().into();
        self.looked_for("ready_deadline", timeout, Location::caller()).ok_or(ReadyTimeoutError)
    }

    fn assert_some(&self) {
        assert!(!self.operations.is_empty(), "no operations have been added to `Select`");
    }

    fn selected(&mut self, name: &'static str, timeout: Timeout, caller: Caller) -> Option<SelectedOperation<'a>> {
        let chosen = choose_and_tell(&self.operations, self.rule(true), name, timeout, caller)?;
        let selected = self.operations.iter().find(|operation| operation.index == chosen.index);
        let end = std::ptr::from_ref(selected.expect("it is one of these").end).cast();
        Some(SelectedOperation { chosen, end, select: PhantomData })
    }

    fn looked_for(&mut self, name: &'static str, timeout: Timeout, caller: Caller) -> Option<usize> {
        if !matches!(timeout, Timeout::Now)
            && let Some(index) = self.ready_for_no_reason(name, caller)
        {
            return Some(index);
        }
        Some(choose_and_tell(&self.operations, self.rule(false), name, timeout, caller)?.index)
    }

    /// An operation that is called ready though none is: whoever only looks has to expect that.
    fn ready_for_no_reason(&self, name: &'static str, caller: Caller) -> Option<usize> {
        if self.operations.iter().any(|operation| operation.end.is_ready()) {
            return None;
        }
        let position = outside::choose(1 + self.operations.len()).checked_sub(1)?;
        outside::step(outside::current_thread(), caller, name, |step| {
            step.note(FOR_NO_REASON);
        });
        Some(self.operations[position].index)
    }

    fn rule(&self, claims: bool) -> Rule {
        Rule { biased: self.biased, claims }
    }
}

const FOR_NO_REASON: &str = "returns though nothing is ready";

/// Chooses an operation, and writes down that a thread waits for one or that there was none.
pub(super) fn choose_and_tell(
    operations: &[Operation<'_>],
    rule: Rule,
    name: &'static str,
    timeout: Timeout,
    caller: Caller,
) -> Option<Chosen> {
    let me = outside::current_thread();
    let waits = || outside::waits(me, caller, name, None, Cause::Other(NOTHING_READY.to_owned()));
    let chosen = choose(operations, rule, timeout, &waits);
    if chosen.is_none() {
        outside::step(me, caller, name, |step| {
            step.note(match timeout {
                Timeout::Now => "nothing is ready",
                Timeout::At(_) | Timeout::Never => "times out",
            });
        });
        if let Some(first) = operations.first() {
            outside::give_way_if_repeated(caller, first.end.identity());
        }
    }
    chosen
}

/// Why a thread never goes on that waits for several operations.
const NOTHING_READY: &str = "none of its channels is ever ready";

impl SelectedOperation<'_> {
    /// The number of the operation.
    pub fn index(&self) -> usize {
        self.chosen.index
    }

    /// Sends the message.
    ///
    /// # Errors
    /// The message, if there is no receiver.
    ///
    /// # Panics
    /// If this is not the sender that was selected.
    #[track_caller]
    pub fn send<T>(self, sender: &Sender<T>, message: T) -> Result<(), SendError<T>> {
        assert!(std::ptr::from_ref(sender).cast() == self.end, "passed a sender that wasn't selected");
        sender.send_chosen(self.into_ticket(), message, Location::caller())
    }

    /// Receives the message.
    ///
    /// # Errors
    /// If there is none and all senders are gone.
    ///
    /// # Panics
    /// If this is not the receiver that was selected.
    #[track_caller]
    pub fn recv<T>(self, receiver: &Receiver<T>) -> Result<T, RecvError> {
        assert!(std::ptr::from_ref(receiver).cast() == self.end, "passed a receiver that wasn't selected");
        receiver.receive_chosen(self.into_ticket(), Location::caller())
    }

    fn into_ticket(self) -> u64 {
        let ticket = self.chosen.ticket;
        std::mem::forget(self);
        ticket
    }
}

impl Drop for SelectedOperation<'_> {
    fn drop(&mut self) {
        // A second panic would end the process.
        if !threadlings_schedules::thread::panicking() {
            panic!("dropped `SelectedOperation` without completing the operation");
        }
    }
}

impl Clone for Select<'_> {
    fn clone(&self) -> Self {
        Select { operations: self.operations.clone(), ..*self }
    }
}

impl Default for Select<'_> {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Select<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad("Select { .. }")
    }
}

impl fmt::Debug for SelectedOperation<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad("SelectedOperation { .. }")
    }
}
