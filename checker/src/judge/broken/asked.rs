//! Whether a program fails with the error that is asked for: its code, its words and its place.

use serde::Deserialize;
use threadlings_report::Kind;

use super::{Fault, form, in_short, line};
use crate::judge::compile::Diagnostic;

/// What one program must fail with.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Asked {
    /// Stands in the finding: `broken/<name>`.
    pub(super) name: String,
    /// What a learner reads about it who has got it wrong.
    pub(super) about: String,
    /// The code of its only error.
    pub(super) code: String,
    /// Texts that rustc's words must hold: the message, its labels, its notes.
    says: Vec<String>,
    /// Identifiers on lines that the error points at. The repaired program must still use them.
    names: Vec<String>,
    /// A trait: the program must have an `unsafe impl` of it, and the repaired one must rest on it.
    pub(super) promise: Option<String>,
}

impl Asked {
    /// What is wrong with the errors of a program, which is called `name` where it is spoken of.
    pub(super) fn fault(&self, name: &str, text: &str, errors: &[Diagnostic]) -> Option<Fault> {
        let code = &self.code;
        let fault = |headline, error| Some(Fault::new(Kind::OtherError, headline).on_line(line(error)));
        if let [first, second, ..] = errors {
            let count = errors.len();
            let mut fault = fault(format!("{name} has {count} errors; only {code} is asked for"), second)?;
            fault.details = [first, second].map(|error| format!("line {}: {}", line(error), in_short(error))).into();
            if count > 2 {
                fault.details.push(format!("… and {} more", count - 2));
            }
            return Some(fault);
        }
        let error = errors.first()?;
        if error.code() != Some(code) {
            let other = error.code().unwrap_or("an error without a code");
            return fault(format!("{name} fails with {other} instead of {code}: {}", error.sentence()), error);
        }
        let words = words(error);
        if let Some(missing) = self.says.iter().find(|text| !words.contains(text.as_str())) {
            let mut fault =
                fault(format!("{name} fails with {code}, but for another reason: {}", error.sentence()), error)?;
            fault.details.push(format!("The message lacks \"{missing}\"."));
            return Some(fault);
        }
        if let Some(own) = self.names.iter().find(|identifier| form::defines(text, identifier)) {
            return fault(format!("{name} defines `{own}` itself; the one of std is asked for"), error);
        }
        if let Some(promise) = self.promise.as_ref().filter(|promise| !form::promises(text, promise)) {
            let headline = format!("{name} has no `unsafe impl {promise}`; the error should come in spite of one");
            return fault(headline, error);
        }
        let shown = |identifier: &String| {
            form::identifiers(text).any(|(line, name)| name == identifier && points_at(error, line))
        };
        let missing = self.names.iter().find(|identifier| !shown(identifier))?;
        fault(
            format!("{name} fails with {code}, but rustc points at no line with `{missing}`: {}", error.sentence()),
            error,
        )
    }

    /// A name that the repaired program should still use and does not.
    pub(super) fn missing_name(&self, text: &str) -> Option<&str> {
        let used = |name: &str| form::identifiers(text).any(|(_, other)| other == name);
        self.names.iter().map(String::as_str).find(|name| !used(name))
    }
}

/// All that rustc says about an error. Types have their short names: rustc puts a path before a name that more than one
/// thing could have.
fn words(error: &Diagnostic) -> String {
    let labels = error.spans.iter().filter_map(|span| span.label.as_deref());
    let notes = error.children.iter().map(|note| note.message.as_str());
    let words: Vec<&str> = [error.message.as_str()].into_iter().chain(labels).chain(notes).collect();
    let mut words = words.join("\n");
    while let Some(separator) = words.find("::") {
        let name = words[..separator].trim_end_matches(|end: char| end.is_alphanumeric() || end == '_').len();
        words.replace_range(name..separator + 2, "");
    }
    words
}

/// Whether one of the error's places, or of its notes' places, is on that line of the program.
fn points_at(error: &Diagnostic, line: u32) -> bool {
    let mut spans = error.spans.iter().chain(error.children.iter().flat_map(|note| &note.spans));
    // What is not in the program is in std.
    spans.any(|span| !span.file_name.contains('/') && (span.line_start..=span.line_end).contains(&line))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    const PROGRAM: &str = "fn main() {\n    let n = 1; // spawn\n    thread::spawn(|| n);\n}";

    fn asked() -> Asked {
        Asked {
            name: "borrow".into(),
            about: String::new(),
            code: "E0373".into(),
            says: vec!["may outlive".into(), "'static".into()],
            names: vec!["spawn".into()],
            promise: None,
        }
    }

    /// An error as rustc writes it, with a note on line `noted`.
    fn error(code: &str, message: &str, noted: u32) -> Diagnostic {
        let span = |line: u32, label: Value| json!({ "file_name": "program_1.rs", "line_start": line, "line_end": line, "is_primary": true, "label": label });
        let note = json!({
            "message": "requires `'static`", "code": null, "level": "note", "spans": [span(noted, Value::Null)],
            "children": [], "rendered": null,
        });
        let error = json!({
            "message": message, "code": { "code": code }, "level": "error", "spans": [span(2, json!("n"))],
            "children": [note], "rendered": null,
        });
        serde_json::from_value(error).unwrap()
    }

    fn headline(errors: &[Diagnostic]) -> Option<String> {
        asked().fault("program 1", PROGRAM, errors).map(|fault| fault.headline)
    }

    #[test]
    fn code_words_and_line_must_all_agree() {
        let right = "closure may outlive";
        assert_eq!(headline(&[error("E0373", right, 3)]), None);
        let cases = [
            (error("E0382", right, 3), "program 1 fails with E0382 instead of E0373: closure may outlive"),
            (error("E0373", "other", 3), "program 1 fails with E0373, but for another reason: other: n"),
            // Line 2 has the name in a comment only.
            (error("E0373", right, 2), "program 1 fails with E0373, but rustc points at no line with `spawn`: closure"),
        ];
        for (error, expected) in cases {
            let headline = headline(&[error]).unwrap();
            assert!(headline.starts_with(expected), "{headline}");
        }
    }

    #[test]
    fn types_may_be_told_with_their_paths() {
        let error = error("E0277", "`std::cell::RefCell<u8>` is not `Sync`", 3);
        assert!(words(&error).starts_with("`RefCell<u8>` is not `Sync`\nn\nrequires"), "{}", words(&error));
    }

    #[test]
    fn a_function_of_the_same_name_is_not_the_one_of_std() {
        let own = PROGRAM.replace("fn main", "fn spawn() {} fn main");
        let fault = asked().fault("program 1", &own, &[error("E0373", "closure may outlive", 3)]).unwrap();
        assert_eq!(fault.headline, "program 1 defines `spawn` itself; the one of std is asked for");
    }

    #[test]
    fn one_error_is_enough() {
        let errors = ["E0373", "E0425"].map(|code| error(code, "closure may outlive", 3));
        assert_eq!(headline(&errors).unwrap(), "program 1 has 2 errors; only E0373 is asked for");
    }

    #[test]
    fn errors_that_are_not_told_are_counted() {
        let errors = ["E0373", "E0499", "E0373"].map(|code| error(code, "closure may outlive", 3));
        let fault = asked().fault("program 1", PROGRAM, &errors).unwrap();
        assert_eq!(fault.details.len(), 3);
        assert_eq!(fault.details[2], "… and 1 more");
    }

    #[test]
    fn the_repaired_program_keeps_the_names() {
        assert_eq!(asked().missing_name(PROGRAM), None);
        assert_eq!(asked().missing_name("fn main() { /* spawn */ }"), Some("spawn"));
    }
}
