//! When each student handed in.

use std::path::Path;

use jiff::Timestamp;
use serde::Serialize;

use super::table::{self, TableError};
use crate::clean::Plain;
use crate::policy::{is_student, time};

/// When each student handed in. Of several times for the same thing, the last counts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Times {
    #[serde(skip)]
    file: String,
    entries: Vec<Entry>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Entry {
    student: String,
    /// None means everything that has no time of its own.
    exercise: Option<String>,
    time: Timestamp,
}

impl Times {
    /// Reads submission times.
    ///
    /// # Errors
    /// If they cannot be read, a column is missing, or a time is none.
    pub fn read(path: &Path) -> Result<Self, TableError> {
        Self::parse(&table::read(path)?, &path.display().to_string())
    }

    /// Reads submission times from the bytes of a file.
    ///
    /// # Errors
    /// If a column is missing, or a time is none.
    pub fn parse(bytes: &[u8], file: &str) -> Result<Self, TableError> {
        let columns: [&[&str]; 3] = [
            &["student", "id", "login", "username", "user"],
            &["time", "submitted", "submitted at", "submission time", "timestamp"],
            &["exercise"],
        ];
        let mut entries = Vec::new();
        for row in table::rows(bytes, file, columns, 2)? {
            let [student, text, exercise] = row.cells;
            // Learning platforms list those who handed in nothing without a time.
            if student.is_empty() || text.is_empty() {
                continue;
            }
            let wrong = |problem| TableError { file: file.to_owned(), line: Some(row.line), problem };
            let exercise = exercise.rsplit('/').next().map(|name| name.trim_end_matches(".rs").to_owned());
            let exercise = exercise.filter(|name| !name.is_empty());
            entries.push(Entry { student, exercise, time: time(&text).map_err(wrong)? });
        }
        Ok(Times { file: file.to_owned(), entries })
    }

    /// When the student of that id handed in that exercise.
    pub(crate) fn of(&self, id: &Plain, ids: &[Plain], exercise: &str) -> Option<Timestamp> {
        let own = || self.entries.iter().filter(|entry| is_student(id, &entry.student, ids));
        let of_this = own().filter(|entry| entry.exercise.as_deref() == Some(exercise));
        let of_all = || own().filter(|entry| entry.exercise.is_none()).map(|entry| entry.time).max();
        of_this.map(|entry| entry.time).max().or_else(of_all)
    }

    /// Sentences about names that are nobody's.
    pub(crate) fn unknown_students(&self, ids: &[Plain]) -> Vec<String> {
        let unknown = self.entries.iter().map(|entry| &entry.student);
        let mut unknown: Vec<&String> =
            unknown.filter(|name| !ids.iter().any(|id| is_student(id, name, ids))).collect();
        unknown.sort();
        unknown.dedup();
        unknown.into_iter().map(|name| format!("{}: there is no student `{name}`", self.file)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn time_of(text: &str, exercise: &str) -> Option<String> {
        let times = Times::parse(text.as_bytes(), "times.csv").unwrap();
        times.of(&"ada".into(), &["ada".into()], exercise).map(|time| time.to_string())
    }

    #[test]
    fn the_last_time_counts_and_an_exercise_has_its_own() {
        let text = "login,submitted at,exercise\nada,2026-03-02,\nada,2026-03-01,\nada,2026-02-01,01_threads/one.rs\nada,,two\n";
        assert_eq!(time_of(text, "one").as_deref(), Some("2026-02-01T23:59:59Z"));
        assert_eq!(time_of(text, "two").as_deref(), Some("2026-03-02T23:59:59Z"));
        assert_eq!(time_of("student,time\nbob,2026-03-02\n", "one"), None);
    }

    #[test]
    fn what_is_wrong_is_said_with_its_line() {
        let error = |bytes: &[u8]| Times::parse(bytes, "times.csv").unwrap_err().to_string();
        assert_eq!(error(b"student,when\n"), "times.csv:1: there is no column `time`; there are: student, when.");
        assert!(error(b"student,time\nada,2026-03-01\nbob,soon\n").starts_with("times.csv:3: `soon` is no time."));
        assert!(error(b"student,time\n\xff,2026-03-01\n").contains("it is not UTF-8"));
    }
}
