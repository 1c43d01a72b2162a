//! All programs at once: one rustc sees in most of them what it would see in each alone.
//!
//! What is as it should be among others is so alone. What is not is looked at alone, so no verdict and no word of a report
//! depends on the other programs.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::Context;

use super::{Asked, Bench, form};
use crate::judge::JudgeError;
use crate::judge::compile::{Compile, Compiled, Diagnostic, LAST_ERROR, LAST_ERROR_CODE};

/// The crate that holds all texts.
const TOGETHER: &str = "together";

/// Stands behind each text, which alone would have to have a `main`.
const HAS_MAIN: &str = "\nconst _: fn() = main;\n";

/// Words that mean something else in a module than in a crate.
const PLACES: [&str; 4] = ["crate", "extern", "mod", "super"];

/// A text that rustc has to look at.
pub(super) struct Part<'a> {
    /// The name of its file, without the extension.
    pub(super) name: String,
    pub(super) text: String,
    pub(super) wanted: Wanted<'a>,
}

/// What rustc should say about a text.
pub(super) enum Wanted<'a> {
    /// The one error that is asked for.
    Asked(&'a Asked),
    /// Nothing.
    NoError,
    /// Some error.
    AnyError,
}

impl Wanted<'_> {
    fn is(&self, text: &str, errors: &[Diagnostic]) -> bool {
        match self {
            Wanted::Asked(asked) => !errors.is_empty() && asked.fault("", text, errors).is_none(),
            Wanted::NoError => errors.is_empty(),
            Wanted::AnyError => !errors.is_empty(),
        }
    }
}

/// The names of the parts of which it is certain that rustc would say alone what it should.
pub(super) fn confirmed(parts: &[Part<'_>], bench: Bench<'_>) -> Result<BTreeSet<String>, JudgeError> {
    let is_alike = |part: &&Part<'_>| form::identifiers(&part.text).all(|(_, name)| !PLACES.contains(&name));
    let parts: Vec<&Part<'_>> = parts.iter().filter(is_alike).collect();
    if parts.is_empty() {
        return Ok(BTreeSet::new());
    }
    let Some(errors) = errors(&parts, bench)? else { return Ok(BTreeSet::new()) };
    let said = |part: &Part<'_>| errors.get(&file_of(&part.name)).map(Vec::as_slice).unwrap_or_default();
    let holds = parts.iter().filter(|part| part.wanted.is(&part.text, said(part)));
    Ok(holds.map(|part| part.name.clone()).collect())
}

/// All errors, by file; none if rustc may not have found all, or not said where they are.
fn errors(parts: &[&Part<'_>], bench: Bench<'_>) -> Result<Option<BTreeMap<String, Vec<Diagnostic>>>, JudgeError> {
    let write = |file: &str, text: &str| {
        std::fs::write(bench.directory.join(file), text).context("the scratch folder cannot be written")
    };
    let mut root = String::new();
    for Part { name, text, .. } in parts {
        write(&file_of(name), &format!("{text}{HAS_MAIN}"))?;
        root.push_str(&format!("mod {name};\n"));
    }
    let root_file = file_of(TOGETHER);
    write(&root_file, &(root + LAST_ERROR))?;
    let compile = Compile {
        engines: bench.engines,
        directory: bench.directory,
        file: Path::new(&root_file),
        name: TOGETHER,
        options: vec!["--crate-type=lib".into(), "--emit=metadata".into()],
        externs: Vec::new(),
    };
    let Compiled::Refused(errors) = compile.run(bench.cancel)? else { return Ok(None) };
    let mut by_file: BTreeMap<String, Vec<Diagnostic>> = BTreeMap::new();
    for error in errors {
        let Some(span) = error.primary() else { return Ok(None) };
        let files = parts.iter().map(|part| file_of(&part.name)).chain([root_file.clone()]);
        let Some(file) = files.into_iter().find(|file| span.line_in(file).is_some()) else { return Ok(None) };
        by_file.entry(file).or_default().push(error);
    }
    let last = by_file.remove(&root_file).unwrap_or_default();
    let complete = last.iter().any(|error| error.code() == Some(LAST_ERROR_CODE));
    Ok(complete.then_some(by_file))
}

fn file_of(name: &str) -> String {
    PathBuf::from(name).with_extension("rs").display().to_string()
}
