//! What a panic says about the learner's code.
//!
//! Every judge sees panics twice: its panic hook learns what was said and where, and the end of the test tells which
//! panic ended it. This turns both into a finding, in the same words for every judge.

use std::any::Any;
use std::panic::Location;
use std::sync::{Mutex, PoisonError};

use crate::{Finding, Kind, Place};

/// What std says right before it ends the process because a panic cannot go on, after the panic itself.
pub const LAST_WORDS: [&str; 2] = ["panic in a destructor during cleanup", "panic in a function that cannot unwind"];

/// What a finding says of that.
pub const ABORTED: &str = "the panic could not unwind, so the process was aborted";

/// A panic, as a panic hook sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Panic {
    /// Its message; none if the payload is not a text.
    pub message: Option<String>,
    /// The file in which it was raised, as a `Location` names it; empty if that is not known.
    pub file: String,
    /// Where in that file.
    pub place: Place,
}

/// What the hidden test called last, in its own words.
static CALLED: Mutex<String> = Mutex::new(String::new());

/// From now on a panic of the learner's code is told together with this call: "`sum(&[])`".
pub fn calling(what: String) {
    *CALLED.lock().unwrap_or_else(PoisonError::into_inner) = what;
}

/// The finding for a panic that the learner's code raised at this place; no message if its payload is not a text.
pub fn of_the_learner(message: Option<&str>, place: Place) -> Finding {
    let told = match message {
        Some(message) if message.starts_with("assertion ") => assertion(message),
        message => Finding::new(Kind::Panic, message.unwrap_or_default()),
    };
    let mut headline = format!("your code panicked on line {}", place.line);
    if !told.headline.is_empty() {
        headline.push_str(&format!(": {}", told.headline));
    }
    let mut details = told.details;
    let called = CALLED.lock().unwrap_or_else(PoisonError::into_inner);
    if !called.is_empty() {
        details.push(format!("The test called {called}."));
    }
    Finding { place: Some(place), details, ..Finding::new(Kind::Panic, headline) }
}

/// Who raised a panic.
enum Origin {
    Learner,
    HiddenTest,
    Library,
    Unknown,
}

impl Panic {
    /// Notes the panic with this payload, raised at this place.
    pub fn new(payload: &(dyn Any + Send), location: Option<&Location<'_>>) -> Self {
        Panic {
            message: text(payload),
            file: location.map(|location| location.file().to_owned()).unwrap_or_default(),
            place: location.map_or(Place { line: 0, column: 0 }, |location| Place {
                line: location.line(),
                column: location.column(),
            }),
        }
    }

    /// The finding for a test that this panic ended. `earlier` are the panics before it, of all threads, in order.
    ///
    /// A panic that only passes on another thread's panic, such as that of `join().unwrap()`, counts for less than
    /// the one it passes on.
    pub fn finding(&self, earlier: &[Panic], learner_file: &str) -> Finding {
        let first = earlier.iter().find(|panic| !panic.is_echo());
        let cause = if self.is_echo() { first.unwrap_or(self) } else { self };
        let mut finding = cause.alone(learner_file);
        let others = earlier.iter().filter(|panic| *panic != cause);
        for other in others.chain((self != cause).then_some(self)) {
            other.add_to(&mut finding, learner_file);
        }
        finding
    }

    fn add_to(&self, finding: &mut Finding, learner_file: &str) {
        if let Origin::Learner = self.origin(learner_file) {
            let sentence = of_the_learner(self.message.as_deref(), self.place).headline;
            let detail = format!("Y{}", &sentence[1..]);
            if finding.headline != sentence && !finding.details.contains(&detail) {
                finding.details.push(detail);
            }
        }
    }

    fn alone(&self, learner_file: &str) -> Finding {
        match self.origin(learner_file) {
            Origin::Learner => of_the_learner(self.message.as_deref(), self.place),
            Origin::HiddenTest if self.is_echo() => Finding::new(Kind::Panic, ECHO_ONLY),
            Origin::HiddenTest => assertion(self.message.as_deref().unwrap_or(NOT_A_TEXT)),
            Origin::Library | Origin::Unknown => match &self.message {
                Some(_) if self.is_echo() => Finding::new(Kind::Panic, ECHO_ONLY),
                Some(message) if message.starts_with("failed to spawn thread") => {
                    Finding::new(Kind::Threads, "your code starts more threads than can be alive at once")
                }
                Some(message) => Finding::new(Kind::Panic, format!("the code panics: {message}")),
                None => Finding::new(Kind::Panic, NOT_A_TEXT),
            },
        }
    }

    fn origin(&self, learner_file: &str) -> Origin {
        if self.file.is_empty() {
            Origin::Unknown
        } else if self.file == learner_file {
            Origin::Learner
        } else if LIBRARIES.iter().any(|library| self.file.contains(library)) {
            Origin::Library
        } else {
            Origin::HiddenTest
        }
    }

    /// Whether it says no more than that another thread has panicked.
    fn is_echo(&self) -> bool {
        let echoes = ["Any { .. }", "a scoped thread panicked", "PoisonError { .. }", "poisoned lock: "];
        self.message.as_ref().is_some_and(|message| echoes.iter().any(|echo| message.contains(echo)))
    }
}

/// An assertion that does not hold, by its message: the sentence in it is the headline, the values compared are details.
pub fn assertion(message: &str) -> Finding {
    if let Some(rest) = message.strip_prefix("assertion `left == right` failed") {
        let (sentence, values) = compared(rest);
        let mut finding = Finding::new(Kind::WrongResult, sentence.unwrap_or(NOT_EQUAL));
        if let Some((left, right)) = values {
            finding.details = vec![format!("got: {left}"), format!("expected: {right}")];
        }
        finding
    } else if let Some(rest) = message.strip_prefix("assertion `left != right` failed") {
        let (sentence, values) = compared(rest);
        let mut finding = Finding::new(Kind::WrongResult, sentence.unwrap_or(EQUAL));
        finding.details = values.iter().map(|(left, _)| format!("got: {left}")).collect();
        finding
    } else if let Some(condition) = message.strip_prefix("assertion failed: ") {
        Finding::new(Kind::WrongResult, format!("`{condition}` does not hold"))
    } else if let Some(error) = message.strip_prefix("called `Result::unwrap()` on an `Err` value: ") {
        Finding::new(Kind::WrongResult, format!("a call returned `Err({error})`, where an `Ok` was expected"))
    } else if message == "called `Option::unwrap()` on a `None` value" {
        Finding::new(Kind::WrongResult, "a call returned `None`, where a `Some` was expected")
    } else {
        Finding::new(Kind::WrongResult, message)
    }
}

/// Adds the panics in the learner's file to a finding that has another reason: they may be what led to it.
pub fn add_earlier(finding: &mut Finding, earlier: &[Panic], learner_file: &str) {
    for panic in earlier {
        panic.add_to(finding, learner_file);
    }
}

/// A panic payload's text, if it is one.
pub fn text(payload: &(dyn Any + Send)) -> Option<String> {
    let text = payload.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| payload.downcast_ref::<String>().cloned())
}

/// Takes what follows "assertion .. failed" apart: the sentence, and the two values.
fn compared(rest: &str) -> (Option<&str>, Option<(&str, &str)>) {
    let (sentence, values) = rest
        .split_once("\n  left: ")
        .map_or((rest, None), |(sentence, values)| (sentence, values.split_once("\n right: ")));
    (sentence.strip_prefix(": "), values)
}

/// Parts of the paths of files that are neither the learner's nor a hidden test.
const LIBRARIES: [&str; 4] = ["/rustc/", "/library/std/", "/library/core/", "/registry/src/"];

const ECHO_ONLY: &str = "a thread that is joined has panicked";
const NOT_A_TEXT: &str = "the panic of a closure that was handed in comes through where it must not";
const NOT_EQUAL: &str = "a value is not the one expected";
const EQUAL: &str = "a value is one that must not come out";

#[cfg(test)]
mod tests {
    use super::*;

    fn at(file: &str, line: u32, message: &str) -> Panic {
        Panic { message: Some(message.to_owned()), file: file.to_owned(), place: Place { line, column: 5 } }
    }

    #[test]
    fn an_assertion_of_the_hidden_test_is_a_wrong_result() {
        let message = "assertion `left == right` failed: `total()` is off\n  left: \"a: 1\"\n right: 2";
        let finding = at("tests.rs", 9, message).finding(&[], "exercise.rs");
        assert_eq!(finding.kind, Kind::WrongResult);
        assert_eq!(finding.headline, "`total()` is off");
        assert_eq!(finding.details, ["got: \"a: 1\"", "expected: 2"]);
        assert_eq!(finding.place, None);
    }

    #[test]
    fn no_headline_speaks_of_an_assertion() {
        for (message, headline) in [
            ("`len` is 3", "`len` is 3"),
            ("assertion `left == right` failed\n  left: 1\n right: 2", NOT_EQUAL),
            ("assertion `left != right` failed\n  left: 1\n right: 1", EQUAL),
            ("assertion failed: a < b", "`a < b` does not hold"),
            ("called `Option::unwrap()` on a `None` value", "a call returned `None`, where a `Some` was expected"),
            (
                "called `Result::unwrap()` on an `Err` value: Full",
                "a call returned `Err(Full)`, where an `Ok` was expected",
            ),
        ] {
            let finding = at("tests.rs", 9, message).finding(&[], "exercise.rs");
            assert_eq!((finding.kind, &*finding.headline), (Kind::WrongResult, headline));
        }
    }

    #[test]
    fn a_panic_in_the_learners_file_has_its_line() {
        let finding = at("exercise.rs", 12, "index out of bounds").finding(&[], "exercise.rs");
        assert_eq!(
            (finding.kind, &*finding.headline),
            (Kind::Panic, "your code panicked on line 12: index out of bounds")
        );
        assert_eq!(finding.place, Some(Place { line: 12, column: 5 }));
    }

    #[test]
    fn an_assertion_of_the_learners_is_told_in_words() {
        let finding = |message| at("exercise.rs", 12, message).finding(&[], "exercise.rs");
        let values = finding("assertion `left == right` failed\n  left: 1\n right: 2");
        assert_eq!(
            (values.kind, &*values.headline),
            (Kind::Panic, "your code panicked on line 12: a value is not the one expected")
        );
        assert_eq!(values.details, ["got: 1", "expected: 2"]);
        assert_eq!(finding("assertion failed: a < b").headline, "your code panicked on line 12: `a < b` does not hold");
    }

    #[test]
    fn the_panic_of_a_joined_thread_counts_more_than_its_echo() {
        let thread = at("exercise.rs", 12, "index out of bounds");
        let echo = at("exercise.rs", 20, "called `Result::unwrap()` on an `Err` value: Any { .. }");
        let finding = echo.finding(std::slice::from_ref(&thread), "exercise.rs");
        assert_eq!(finding.headline, "your code panicked on line 12: index out of bounds");
        assert_eq!(
            finding.details,
            ["Your code panicked on line 20: called `Result::unwrap()` on an `Err` value: Any { .. }"]
        );
        let echo = at("tests.rs", 20, "a scoped thread panicked");
        assert_eq!(echo.finding(&[thread], "exercise.rs").details, [""; 0]);
        assert_eq!(echo.finding(&[], "exercise.rs").headline, ECHO_ONLY);
    }

    #[test]
    fn a_panic_nobody_joined_is_told_with_a_later_failure() {
        let thread = at("exercise.rs", 12, "overflow");
        let finding = at("tests.rs", 3, "`total()` is 1").finding(&[thread], "exercise.rs");
        assert_eq!(finding.headline, "`total()` is 1");
        assert_eq!(finding.details, ["Your code panicked on line 12: overflow"]);
    }

    #[test]
    fn a_panic_inside_a_library_is_no_wrong_result() {
        let kind = |message| {
            at("/rustc/59807616e/library/std/src/thread/mod.rs", 700, message).finding(&[], "exercise.rs").kind
        };
        assert_eq!(kind("use of std::thread::current() is not possible"), Kind::Panic);
        assert_eq!(kind("failed to spawn thread: Os { code: 11 }"), Kind::Threads);
    }
}
