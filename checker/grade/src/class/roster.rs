//! The roster: who is who.

use std::path::Path;

use serde::Serialize;

use super::table::{self, TableError};
use crate::clean::Plain;
use crate::policy::is_student;
use crate::record::{NotGraded, Outcome, Record, Share, Student, StudentResult};

/// The names of the students.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Roster {
    #[serde(skip)]
    file: String,
    entries: Vec<Entry>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Entry {
    id: Plain,
    name: Plain,
    email: Plain,
    section: Plain,
}

impl Roster {
    /// Reads a roster.
    ///
    /// # Errors
    /// If it cannot be read, has no column `student`, or names somebody twice.
    pub fn read(path: &Path) -> Result<Self, TableError> {
        Self::parse(&table::read(path)?, &path.display().to_string())
    }

    /// Reads a roster from the bytes of a file.
    ///
    /// # Errors
    /// If it has no column `student`, or names somebody twice.
    pub fn parse(bytes: &[u8], file: &str) -> Result<Self, TableError> {
        let columns: [&[&str]; 4] = [
            &["student", "id", "login", "username", "user"],
            &["name", "full name", "student name"],
            &["email", "mail", "e-mail"],
            &["section", "group"],
        ];
        let mut roster = Roster { file: file.to_owned(), entries: Vec::new() };
        for row in table::rows(bytes, file, columns, 1)? {
            let [id, name, email, section] = row.cells.map(Plain::from);
            if id.is_empty() {
                continue;
            }
            if roster.entries.iter().any(|entry| entry.id == id) {
                let problem = format!("`{id}` is on the roster already. Remove one of the lines.");
                return Err(TableError { file: file.to_owned(), line: Some(row.line), problem });
            }
            roster.entries.push(Entry { id, name, email, section });
        }
        Ok(roster)
    }

    /// Names the students of a record, and adds those who handed in nothing. Gives back who is not on the roster.
    pub fn apply(&self, record: &mut Record) -> Vec<String> {
        let listed: Vec<Plain> = self.entries.iter().map(|entry| entry.id.clone()).collect();
        let ids: Vec<Plain> = record.students.iter().map(|student| student.id.clone()).collect();
        // Of two folders that differ in case, or two lines, only the one that is named the same is meant.
        let is_meant =
            |id: &Plain, on: &Plain| is_student(id, on.as_str(), &ids) && is_student(on, id.as_str(), &listed);
        let mut known = vec![false; self.entries.len()];
        let mut warnings = Vec::new();
        for student in &mut record.students {
            match self.entries.iter().position(|entry| is_meant(&student.id, &entry.id)) {
                Some(index) => {
                    known[index] = true;
                    self.entries[index].name(student);
                }
                None => warnings.push(format!("{}: `{}` is not on the roster", self.file, student.id.in_one_line())),
            }
        }
        let absent = self.entries.iter().zip(&known).filter(|(_, known)| !**known);
        let absent: Vec<Student> = absent.map(|(entry, _)| entry.absent(record)).collect();
        record.students.extend(absent);
        record.students.sort_by(|one, other| one.id.cmp(&other.id));
        warnings
    }
}

impl Entry {
    fn name(&self, student: &mut Student) {
        student.name = if self.name.is_empty() { self.id.clone() } else { self.name.clone() };
        student.email = self.email.clone();
        student.section = self.section.clone();
    }

    /// The student who handed in nothing. Of several shares, the first has the results.
    fn absent(&self, record: &Record) -> Student {
        let nothing = Outcome::NotGraded { because: NotGraded::NothingHandedIn };
        let results = record.course.exercises.iter().filter(|_| record.share.number == Share::WHOLE.number);
        let results = results.map(|exercise| StudentResult::new(&exercise.name, nothing.clone(), None)).collect();
        let mut student = Student { id: self.id.clone(), results, ..Student::default() };
        self.name(&mut student);
        student
    }
}
