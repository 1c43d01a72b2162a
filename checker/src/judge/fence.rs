//! A model of std that differs from the judge's own in a few names: those that an exercise does without, and those
//! that must be std's own because a crate takes or returns them.
//!
//! Nobody searches the answer's text. A crate that re-exports the model, in which forbidden names are private, stands
//! in for std: so an alias or a macro does not get past it, and a name in a comment does no harm.

use std::collections::BTreeMap;

use threadlings_report::{Finding, Kind, Place};

use super::compile::Diagnostic;

/// A module of std with some of its names.
pub(super) type InModule = (&'static str, &'static [&'static str]);

/// Names that are std's own in the stand-in for whoever uses a crate with an interface made of them. A schedule cannot
/// get between the operations on the count of such an `Arc`.
const STDS_OWN: [(&str, &[InModule]); 1] =
    [("tokio", &[("sync", &["Arc", "Weak"]), ("task", &["RawWaker", "RawWakerVTable", "Wake", "Waker"])])];

/// The names that these crates need to be std's own, by module.
pub(super) fn stds_own(crates: &[String]) -> Vec<InModule> {
    let needs = |name: &String| STDS_OWN.iter().find(|(other, _)| other == name).map(|(_, names)| *names);
    crates.iter().filter_map(needs).flatten().copied().collect()
}

/// The source of the crate that stands in for std without the `forbidden` paths, such as `std::sync::OnceLock`, and
/// in which the names of `own` are std's.
pub(super) fn source(forbidden: &[String], own: &[InModule]) -> String {
    let mut items: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (module, names) in own {
        let own = format!("pub use harness::real_std::{module}::{{{}}};", names.join(", "));
        items.entry(module).or_default().push(own);
    }
    for path in forbidden {
        if let [_, module, name] = path.split("::").collect::<Vec<_>>()[..] {
            // An item of its own hides what a glob brings in; being private, it is of no use to anybody.
            items.entry(module).or_default().push(format!("struct {name};"));
        }
    }
    let mut source = "#![allow(dead_code)]\npub use harness::*;\n".to_owned();
    for (module, items) in items {
        source.push_str(&format!("pub mod {module} {{ pub use harness::{module}::*; {} }}\n", items.join(" ")));
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
        let source = source(&paths, &[]);
        assert!(
            source.contains("pub mod sync { pub use harness::sync::*; struct Once; struct OnceLock; }"),
            "{source}"
        );
        assert!(source.contains("pub mod thread { pub use harness::thread::*; struct sleep; }"), "{source}");
    }

    #[test]
    fn some_names_are_those_of_std() {
        let source = source(&[], &stds_own(&["rayon".to_owned(), "tokio".to_owned()]));
        let sync = "pub mod sync { pub use harness::sync::*; pub use harness::real_std::sync::{Arc, Weak}; }";
        assert!(source.contains(sync), "{source}");
    }
}
