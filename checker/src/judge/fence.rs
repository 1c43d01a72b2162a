//! What an exercise does without: names of std that its answers must not use.
//!
//! Nobody searches the answer's text. A crate that re-exports the model, in which these names are private, stands in
//! for std: so an alias or a macro does not get past it, and a name in a comment does no harm.

use std::collections::BTreeMap;

use threadlings_report::{Finding, Kind, Place};

use super::compile::Diagnostic;

/// The source of the crate that stands in for std without the `forbidden` paths, such as `std::sync::OnceLock`.
pub(super) fn source(forbidden: &[String]) -> String {
    let mut modules: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for path in forbidden {
        if let [_, module, name] = path.split("::").collect::<Vec<_>>()[..] {
            modules.entry(module).or_default().push(name);
        }
    }
    let mut source = "#![allow(dead_code)]\npub use harness::*;\n".to_owned();
    for (module, names) in modules {
        // An item of its own hides what a glob brings in; being private, it is of no use to anybody.
        let hidden: Vec<String> = names.iter().map(|name| format!("struct {name};")).collect();
        source.push_str(&format!("pub mod {module} {{ pub use harness::{module}::*; {} }}\n", hidden.join(" ")));
    }
    source
}

/// What it means that the answer does not compile against that crate, if it is because of a forbidden name.
pub(super) fn finding(error: &Diagnostic, forbidden: &[String]) -> Option<Finding> {
    const PRIVATE: &str = "E0603";
    let names_it =
        |path: &&String| path.rsplit("::").next().is_some_and(|name| error.message.contains(&format!("`{name}`")));
    let path = forbidden.iter().find(names_it).filter(|_| error.code() == Some(PRIVATE))?;
    let place = error.primary().map(|span| Place { line: span.line_start, column: 1 });
    let line = place.map_or_else(|| "the code".to_owned(), |place| format!("line {}", place.line));
    let headline = format!("{line} uses `{path}`; this exercise is about doing it without");
    Some(Finding { place, ..Finding::new(Kind::Forbidden, headline) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forbidden_names_are_hidden_module_by_module() {
        let paths = ["std::sync::Once", "std::sync::OnceLock", "std::thread::sleep"].map(str::to_owned);
        let source = source(&paths);
        assert!(
            source.contains("pub mod sync { pub use harness::sync::*; struct Once; struct OnceLock; }"),
            "{source}"
        );
        assert!(source.contains("pub mod thread { pub use harness::thread::*; struct sleep; }"), "{source}");
    }
}
