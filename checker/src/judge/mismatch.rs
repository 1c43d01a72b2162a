//! Answers whose public names, types or bounds are not those of the header.

use threadlings_report::{Finding, Kind, Place};

use super::compile::Diagnostic;
use super::handed_out::HandedOut;

/// What is wrong with an answer, given by its path and its text, that compiles alone, but not together with the hidden tests, because of these errors.
///
/// # Panics
/// If there is no error.
pub(super) fn finding((answer, text): (&str, &str), handed_out: &HandedOut, errors: &[Diagnostic]) -> Finding {
    let error = &errors[0];
    if let Some(bound) = error.bound_in(answer) {
        let mut headline = format!("`{}` demands `{}`, which the header does not", bound.item, bound.text);
        // That names a type of the hidden tests, and the trait once more.
        if !error.message.starts_with("the trait bound ") {
            headline.push_str(&format!(": {}", error.message));
        }
        let place = Some(Place { line: bound.line, column: 1 });
        return Finding { place, ..Finding::new(Kind::Interface, headline) };
    }
    if let Some((method, wanted)) = error.bound_of_method() {
        let headline =
            format!("`{method}` can be called only with types that are `{wanted}`, which the header does not demand");
        // Where it is written stands in an error about a function that has the same bound, if there is one.
        let bound = errors.iter().find_map(|error| error.bound_in(answer));
        let place = bound.map(|bound| Place { line: bound.line, column: 1 });
        return Finding { place, ..Finding::new(Kind::Interface, headline) };
    }
    if let Some(change) = handed_out.change_in(text) {
        let headline = format!("`{}` is declared in another way than it was handed out", change.function);
        let mut details = change.lines().to_vec();
        details.push(format!("The tests do not compile with that: {}.", error.message));
        return Finding { details, ..Finding::new(Kind::Interface, headline) };
    }
    for (refusal, what) in [
        (" cannot be shared between threads safely", "let threads share a value of yours"),
        (" cannot be sent between threads safely", "send a value of yours to another thread"),
    ] {
        if error.message.ends_with(refusal) {
            let headline = format!("the tests {what}, and the compiler refuses that: {}", error.message);
            return Finding::new(Kind::Interface, headline);
        }
    }
    if let Some(names) = missing(&error.message) {
        return Finding::new(Kind::Interface, format!("the tests find no public {names} in your file"));
    }
    let headline = format!("your public names or types differ from the ones in the header: {}", error.sentence());
    let own = error.spans.iter().find(|span| span.file_name.ends_with(answer));
    let place = own.map(|span| Place { line: span.line_start, column: 1 });
    Finding { place, ..Finding::new(Kind::Interface, headline) }
}

/// The names, in quotation marks, that the tests import from the answer and that are not there.
fn missing(message: &str) -> Option<String> {
    let paths = message.strip_prefix("unresolved import")?.split('`').skip(1).step_by(2);
    let names: Option<Vec<String>> =
        paths.map(|path| path.strip_prefix("exercise::").map(|name| format!("`{name}`"))).collect();
    names.map(|names| names.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_are_not_there_are_told_without_the_paths_of_the_tests() {
        assert_eq!(missing("unresolved import `exercise::Ledger`").as_deref(), Some("`Ledger`"));
        assert_eq!(missing("unresolved imports `exercise::Id`, `exercise::Bus`").as_deref(), Some("`Id`, `Bus`"));
        assert_eq!(missing("unresolved import `std::sync::mpmc`"), None);
        assert_eq!(missing("mismatched types"), None);
    }
}
