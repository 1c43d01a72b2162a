//! `threadlings merge`: what several machines have done, joined.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;
use serde::Deserialize;

use super::{grade, print, verify};
use crate::cli::MergeArguments;
use crate::exit::{Exit, Stop};
use crate::progress::replace;
use crate::verify::{MergeError, Verification, merge};

/// The part of a report that says which kind it is.
#[derive(Deserialize)]
struct Head {
    schema: String,
}

/// What the schemas of the grader's reports begin with.
const GRADER: &str = "threadlings/grade/";

/// Joins reports of `verify`, or has the grader join its own.
///
/// # Errors
/// If a report cannot be read, or they do not belong together.
pub fn run(course: Option<&Path>, color: Option<&str>, arguments: &MergeArguments) -> anyhow::Result<Exit> {
    if arguments.reports.iter().any(|report| report.is_dir()) {
        return hand_over(course, color, arguments);
    }
    let mut reports = Vec::new();
    for path in &arguments.reports {
        let text =
            fs::read(path).map_err(|error| Stop::usage(format!("{} cannot be read: {error}.", path.display())))?;
        let form = |error: serde_json::Error| {
            Stop::usage(format!(
                "{} is not a report of `threadlings verify --format json`: {error}. Give the reports of all shares.",
                path.display()
            ))
        };
        let Head { schema } = serde_json::from_slice(&text).map_err(form)?;
        if schema.starts_with(GRADER) {
            return hand_over(course, color, arguments);
        }
        let name = path.display().to_string();
        let report = match schema == crate::verify::SCHEMA {
            true => serde_json::from_slice::<Verification>(&text).map_err(form)?,
            false => return Err(usage(&MergeError::OtherForm { report: name, schema }).into()),
        };
        reports.push((name, report));
    }
    let whole = merge(reports).map_err(|error| usage(&error))?;
    let text = verify::rendered(&whole, arguments.format);
    match &arguments.out {
        Some(file) => {
            replace(file, text.as_bytes()).with_context(|| format!("{} cannot be written", file.display()))?;
        }
        None => print::out(&text)?,
    }
    Ok(if whole.holds() { Exit::Success } else { Exit::Failure })
}

fn usage(error: &MergeError) -> Stop {
    Stop::usage(error.to_string())
}

fn hand_over(course: Option<&Path>, color: Option<&str>, arguments: &MergeArguments) -> anyhow::Result<Exit> {
    let out = arguments.out.iter().flat_map(|out| [OsString::from("--out"), out.into()]);
    let words: Vec<OsString> = arguments.reports.iter().map(PathBuf::from).map(OsString::from).chain(out).collect();
    grade::hand_over("merge", course, color, &words)
}
