//! Answers whose public names, types or bounds are not those of the header.

use threadlings_report::{Finding, Kind, Place};

use super::compile::Diagnostic;

/// What is wrong with an answer that compiles alone, but not together with the hidden tests, because of these errors.
///
/// # Panics
/// If there is no error.
pub(super) fn finding(answer: &str, errors: &[Diagnostic]) -> Finding {
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
    let headline = format!("your public names or types differ from the ones in the header: {}", error.sentence());
    let own = error.spans.iter().find(|span| span.file_name.ends_with(answer));
    let place = own.map(|span| Place { line: span.line_start, column: 1 });
    Finding { place, ..Finding::new(Kind::Interface, headline) }
}
