//! What it means that the learner's file compiles against std, but not against a model of it.
//!
//! The model lacks something, or differs from std in a type. The learner hears what it is and where, and nothing about
//! types that are not theirs.

use threadlings_report::{Finding, Kind, Place};

use super::compile::Diagnostic;

/// The finding for the first error of the compiler's.
pub(super) fn finding(error: &Diagnostic) -> Finding {
    let span = error.primary();
    let place = span.map(|span| Place { line: span.line_start, column: 1 });
    let line = place.map_or_else(|| "the code".to_owned(), |place| format!("line {}", place.line));
    let short = |text: &String| text.chars().count() <= LONGEST_SNIPPET;
    let name = named(&error.message).or_else(|| span.and_then(|span| span.marked()).filter(short));
    let what = name.map_or_else(|| "something".to_owned(), |name| format!("`{name}`"));
    let headline = format!("{line} uses {what} in a way that cannot be followed through every order of the threads");
    let mut finding = Finding { place, ..Finding::new(Kind::Unsupported, headline) };
    finding
        .details
        .push("It is correct Rust, but this exercise cannot judge it: please write it in another way.".into());
    finding
}

/// Most characters of source text that fit into a sentence.
const LONGEST_SNIPPET: usize = 40;

/// The name that the compiler does not find in the model, if that is the problem.
fn named(message: &str) -> Option<String> {
    let quoted: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
    let first = |starts: &[&str]| starts.iter().any(|start| message.starts_with(start));
    if first(&["no method named", "no function or associated item named", "no associated item named", "no variant"]) {
        // `no method named `x` found for struct `std::sync::Arc<T>` in the current scope`
        let owner = quoted.get(1).map(|owner| owner.split('<').next().unwrap_or(owner));
        return match owner {
            Some(owner) => Some(format!("{}::{}", owner.trim_start_matches('&'), quoted[0])),
            None => quoted.first().map(|name| (*name).to_owned()),
        };
    }
    if first(&[
        "unresolved import",
        "cannot find",
        "failed to resolve",
        "could not find",
        "module",
        "function",
        "struct",
    ]) {
        return quoted.first().map(|name| name.replace("harness::", "std::"));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_named() {
        for (message, name) in [
            ("unresolved import `std::sync::mpmc`", Some("std::sync::mpmc")),
            ("cannot find function `sleep_ms` in module `std::thread`", Some("sleep_ms")),
            (
                "no method named `as_ref_count` found for struct `std::sync::Arc<u32>` in the current scope",
                Some("std::sync::Arc::as_ref_count"),
            ),
            ("mismatched types", None),
        ] {
            assert_eq!(named(message).as_deref(), name, "{message}");
        }
    }
}
