//! Panics, and which of several is the one to report.

use std::any::Any;
use std::panic::PanicHookInfo;

use threadlings_report::{Place, Step};

use crate::execution::{is_recording, place, with_log};
use crate::steps::Recorded;

/// The payload of a panic that the hidden test raised on purpose. Such a panic is no finding by itself.
#[derive(Clone, Copy, Debug)]
pub struct Deliberate;

/// A panic of a modelled thread.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Panic {
    pub(crate) thread: usize,
    pub(crate) message: String,
    pub(crate) place: Option<Place>,
    /// How many steps were recorded up to and with this panic.
    pub(crate) steps: usize,
}

/// What a panic says that only passes on that another thread has panicked.
const ECHOES: [&str; 5] = [
    "on an `Err` value: Any",
    "on an `Err` value: PoisonError",
    "on an `Err` value: \"Poisoned(..)\"",
    "a scoped thread panicked",
    "poisoned by a panic",
];

/// What a panic says that may come of another thread's panic, but need not.
const LIKELY_ECHOES: [&str; 3] =
    ["on an `Err` value: RecvError", "on an `Err` value: SendError", "on an `Err` value: Disconnected"];

/// To be called by the panic hook: `thread` panics.
pub fn panicked(thread: usize, info: &PanicHookInfo<'_>) {
    if !is_recording() || info.payload().is::<Deliberate>() {
        return;
    }
    let message = message(info.payload());
    let place = info.location().and_then(place);
    with_log(|log| {
        let step = Step {
            lane: thread,
            place,
            operation: "panic".to_owned(),
            note: Some(message.lines().next().unwrap_or_default().to_owned()),
            ..Step::default()
        };
        // A panic of the hidden test itself is the finding, not a step on the way to it.
        log.steps.push(Recorded { step, dull: place.is_none() });
        log.panics.push(Panic { thread, message, place, steps: log.steps.len() });
    });
}

fn message(payload: &(dyn Any + Send)) -> String {
    let text = payload.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| payload.downcast_ref::<String>().cloned()).unwrap_or_else(|| "a value that is no text".to_owned())
}

/// Index of the panic to report: the last that is not just the echo of another.
pub(crate) fn root_cause(panics: &[Panic]) -> Option<usize> {
    let says_one_of = |panic: &Panic, texts: &[&str]| texts.iter().any(|text| panic.message.contains(text));
    let mut index = panics.len().checked_sub(1)?;
    while index > 0 {
        let panic = &panics[index];
        let echo = says_one_of(panic, &ECHOES)
            || says_one_of(panic, &LIKELY_ECHOES) && panics[..index].iter().any(|other| other.thread != panic.thread);
        if !echo {
            break;
        }
        index -= 1;
    }
    Some(index)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn root_of(messages: &[&str]) -> usize {
        let panic =
            |(thread, message): (usize, &&str)| Panic { thread, message: (*message).to_owned(), place: None, steps: 0 };
        let panics: Vec<_> = messages.iter().enumerate().map(panic).collect();
        root_cause(&panics).expect("there is a panic")
    }

    #[test]
    fn the_last_panic_is_the_cause_unless_it_is_an_echo() {
        assert_eq!(root_of(&["first", "second"]), 1);
        assert_eq!(root_of(&["first", "called `Result::unwrap()` on an `Err` value: Any { .. }"]), 0);
        assert_eq!(root_of(&["first", "a scoped thread panicked"]), 0);
        assert_eq!(root_of(&["called `Result::unwrap()` on an `Err` value: PoisonError { .. }"]), 0);
        assert_eq!(root_of(&["first", "called `Result::unwrap()` on an `Err` value: RecvError"]), 0);
    }
}
