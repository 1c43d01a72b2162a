//! Names for files about students, and writing them.

use std::collections::HashMap;
use std::io::{self, Write};
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::clean::Plain;
use crate::record::Record;

/// Names that some system gives a meaning, with any ending.
const RESERVED: [&str; 23] = [
    "con", "prn", "aux", "nul", "com0", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1",
    "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// The longest part of an id that becomes a part of a file's name.
const LONGEST: usize = 40;

/// The names of the files about each student, without their endings: the id where that can be a file's name on every
/// system, else what is left of it and a hash.
#[derive(Clone, Debug)]
pub struct Stems {
    stems: Vec<String>,
    by_id: HashMap<Plain, usize>,
}

impl Stems {
    /// The names for the students of a record.
    pub fn of(record: &Record) -> Self {
        let ids: Vec<&Plain> = record.students.iter().map(|student| &student.id).collect();
        let mut count: HashMap<String, usize> = HashMap::new();
        for id in &ids {
            *count.entry(id.as_str().to_lowercase()).or_default() += 1;
        }
        // Some file systems take names for equal that differ in case.
        let is_alone = |id: &Plain| count[&id.as_str().to_lowercase()] == 1;
        let stems = ids.iter().map(|id| stem(id.as_str(), is_alone(id))).collect();
        let by_id = ids.into_iter().cloned().enumerate().map(|(index, id)| (id, index)).collect();
        Stems { stems, by_id }
    }

    /// The names, in the order of the students.
    pub fn all(&self) -> &[String] {
        &self.stems
    }

    /// The name for the student of that id.
    pub fn get(&self, id: &Plain) -> Option<&str> {
        self.by_id.get(id).map(|index| self.stems[*index].as_str())
    }
}

fn stem(id: &str, is_alone: bool) -> String {
    let fits = |character: char| character.is_ascii_alphanumeric() || matches!(character, '-' | '_' | '.');
    let kept: String = id.chars().filter(|character| fits(*character)).take(LONGEST).collect();
    let kept = kept.trim_matches('.');
    let is_reserved = RESERVED.contains(&kept.split('.').next().unwrap_or_default().to_lowercase().as_str());
    if kept == id && is_alone && !is_reserved && !kept.is_empty() {
        return id.to_owned();
    }
    let digest = Sha256::digest(id.as_bytes());
    let hash: String = digest[..4].iter().map(|byte| format!("{byte:02x}")).collect();
    match kept.is_empty() || is_reserved {
        true => format!("student-{hash}"),
        false => format!("{kept}-{hash}"),
    }
}

/// Writes a file as a whole or not at all, unless it holds that content already.
pub(super) fn write(path: &Path, content: &[u8]) -> io::Result<()> {
    if std::fs::read(path).is_ok_and(|before| before == content) {
        return Ok(());
    }
    let folder = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)?;
    let mut builder = tempfile::Builder::new();
    builder.prefix(".threadlings-").permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(content)?;
    file.persist(path)?;
    Ok(())
}

/// Removes the files about students that an earlier record had and that were not written again.
pub(super) fn remove_stale(out: &Path, before: &Record, written: &[String]) {
    let written: std::collections::HashSet<&str> = written.iter().map(String::as_str).collect();
    for stem in Stems::of(before).all() {
        for (folder, ending) in
            [("students", "html"), ("feedback", "md"), ("gradescope", "json"), ("classroom50", "json")]
        {
            let path = format!("{folder}/{stem}.{ending}");
            if !written.contains(path.as_str()) {
                // Whether it can be removed or not, the new gradebook does not name it.
                let _ = std::fs::remove_file(out.join(path));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{Student, sample};

    #[test]
    fn every_student_has_a_file_name_that_no_system_stumbles_over() {
        let ids = ["ada", "Ada", "bob.smith", "../../eve", "CON", "nul.txt", "", "...", "مرحبا", "a b", "a/b", "-x"];
        let mut record = sample::record(&[]);
        record.students = ids.iter().map(|id| Student { id: (*id).into(), ..Student::default() }).collect();
        record.students.push(Student { id: "x".repeat(300).into(), ..Student::default() });
        let stems = Stems::of(&record);
        let all = stems.all();
        assert_eq!((&*all[2], &*all[11]), ("bob.smith", "-x"));
        assert_eq!(stems.get(&"bob.smith".into()), Some("bob.smith"));
        let mut lower: Vec<String> = all.iter().map(|stem| stem.to_lowercase()).collect();
        lower.sort();
        lower.dedup();
        assert_eq!(lower.len(), record.students.len(), "{all:?}");
        for stem in all {
            assert!(stem.len() <= 60 && !stem.starts_with('.') && !stem.contains(['/', ' ']), "{stem}");
            assert!(!RESERVED.contains(&stem.split('.').next().unwrap().to_lowercase().as_str()), "{stem}");
        }
    }

    #[test]
    fn a_file_that_holds_it_already_is_not_written_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a/b.txt");
        write(&path, b"one").unwrap();
        let first = std::fs::metadata(&path).unwrap().modified().unwrap();
        write(&path, b"one").unwrap();
        assert_eq!(std::fs::metadata(&path).unwrap().modified().unwrap(), first);
        write(&path, b"two").unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"two");
    }
}
