//! What is made of a record: tables, pages, feedback, and results for other systems.
//!
//! Everything here is a function of the record. Text in a record is [`Plain`](crate::clean::Plain) already; each module
//! takes care of what its own format gives a meaning.

mod classroom50;
mod files;
mod github;
mod gradescope;
mod junit;
mod markdown;
mod page;
mod table;

use std::path::Path;

use anyhow::Context as _;

pub use classroom50::Submission;
pub use files::Stems;

use crate::record::Record;

/// The record itself, in the output folder.
pub const RECORD: &str = "gradebook.json";

/// Hands every output to `take`, one after the other, with its path in the output folder.
///
/// # Errors
/// Those of `take`.
pub fn each(
    record: &Record,
    submission: &Submission,
    mut take: impl FnMut(&str, Vec<u8>) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let stems = Stems::of(record);
    for (student, stem) in record.students.iter().zip(stems.all()) {
        take(&format!("students/{stem}.html"), page::student(record, student).into())?;
        take(&format!("feedback/{stem}.md"), markdown::feedback(record, student).into())?;
        take(&format!("gradescope/{stem}.json"), gradescope::results(record, student).into())?;
        if let Some(result) = classroom50::result(record, student, submission) {
            take(&format!("classroom50/{stem}.json"), result.into())?;
        }
    }
    take("index.html", page::class(record, &stems).into())?;
    take("gradebook.csv", table::long(record)?)?;
    take("wide.csv", table::wide(record)?)?;
    take("junit.xml", junit::render(record)?.into())?;
    take("github/annotations.txt", github::annotations(record).into())?;
    take("github/summary.md", github::summary(record).into())?;
    // The record comes last: where it is, the rest is whole.
    take(RECORD, json(record)?)
}

fn json(record: &Record) -> anyhow::Result<Vec<u8>> {
    let mut json = serde_json::to_vec_pretty(record)?;
    json.push(b'\n');
    Ok(json)
}

/// Writes every output into a folder. What earlier runs wrote for students who are gone is removed.
///
/// # Errors
/// If the folder cannot be written.
pub fn write(record: &Record, submission: &Submission, out: &Path) -> anyhow::Result<()> {
    let before = read(&out.join(RECORD)).ok();
    let mut written = Vec::new();
    each(record, submission, |path, content| {
        let file = out.join(path);
        files::write(&file, &content).with_context(|| format!("{} cannot be written", file.display()))?;
        written.push(path.to_owned());
        Ok(())
    })?;
    if let Some(before) = before {
        files::remove_stale(out, &before, &written);
    }
    Ok(())
}

/// Writes who is who: number, id and name.
///
/// # Errors
/// If the file cannot be written.
pub fn write_names(names: &[[String; 3]], file: &Path) -> anyhow::Result<()> {
    files::write(file, &table::names(names)?).with_context(|| format!("{} cannot be written", file.display()))
}

/// Reads a record that [`write`] has written.
///
/// # Errors
/// If it cannot be read or is none.
pub fn read(file: &Path) -> anyhow::Result<Record> {
    let text = std::fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let record: Record = serde_json::from_slice(&text)
        .with_context(|| format!("{} is no gradebook of `threadlings grade`", file.display()))?;
    anyhow::ensure!(
        record.schema == crate::record::SCHEMA,
        "{} has the form {}; this threadlings reads {}. Update threadlings, or grade again.",
        file.display(),
        record.schema,
        crate::record::SCHEMA
    );
    Ok(record)
}

#[cfg(test)]
mod tests;
