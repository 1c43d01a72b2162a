//! Verdicts that are known already: the same content need not be judged twice.
//!
//! A verdict is kept with everything it depends on, and counts only where all of that is the same again. Losing one
//! costs time and nothing else, so no error here is worth a word.

use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};
use std::io::Write;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// The folder with verdicts, in the one with the judges.
const FOLDER: &str = "verdicts";

/// The verdicts of these judges and this checker.
#[derive(Clone, Debug)]
pub(super) struct Memory {
    folder: PathBuf,
}

#[derive(Serialize, Deserialize)]
struct Entry<T> {
    inputs: String,
    result: T,
}

impl Memory {
    /// The memory in the folder with the judges, which are `fingerprint`. What other judges have said is forgotten.
    pub(super) fn open(directory: &Path, fingerprint: u64) -> Self {
        let folder = directory.join(FOLDER);
        let current = format!("{:016x}", hash(&(fingerprint, this_checker())));
        for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
            if entry.file_name() != *current {
                let _ = std::fs::remove_dir_all(entry.path());
            }
        }
        Memory { folder: folder.join(current) }
    }

    /// The verdict, or what else there is to remember, that came of these inputs before.
    pub(super) fn recall<T: DeserializeOwned>(&self, inputs: &str) -> Option<T> {
        let text = std::fs::read(self.file(inputs)).ok()?;
        let entry: Entry<T> = serde_json::from_slice(&text).ok()?;
        (entry.inputs == inputs).then_some(entry.result)
    }

    /// Keeps what came of these inputs.
    pub(super) fn keep<T: Serialize>(&self, inputs: String, result: &T) {
        let file = self.file(&inputs);
        let _ = write(&file, &Entry { inputs, result });
    }

    fn file(&self, inputs: &str) -> PathBuf {
        self.folder.join(format!("{:016x}.json", hash(inputs)))
    }
}

/// Writes the whole file or nothing: whoever reads it at the same time, or is stopped, has no half of it.
fn write<T: Serialize>(path: &Path, entry: &Entry<T>) -> std::io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)?;
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(&serde_json::to_vec(entry)?)?;
    file.persist(path)?;
    Ok(())
}

/// Another build of the checker may judge otherwise.
fn this_checker() -> Option<(u64, std::time::SystemTime)> {
    let metadata = std::fs::metadata(std::env::current_exe().ok()?).ok()?;
    Some((metadata.len(), metadata.modified().ok()?))
}

/// The same in every process.
fn hash(value: &(impl std::hash::Hash + ?Sized)) -> u64 {
    BuildHasherDefault::<DefaultHasher>::default().hash_one(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verdict::{Proof, Verdict};

    fn pass(misuses_refused: usize) -> Verdict {
        Verdict::Pass(Proof { misuses_refused, ..Proof::default() })
    }

    #[test]
    fn a_verdict_is_recalled_for_the_same_inputs_only() {
        let directory = tempfile::tempdir().unwrap();
        let memory = Memory::open(directory.path(), 1);
        assert_eq!(memory.recall::<Verdict>("one"), None);
        memory.keep("one".into(), &pass(1));
        memory.keep("two".into(), &pass(2));
        let again = Memory::open(directory.path(), 1);
        assert_eq!(
            [again.recall("one"), again.recall("two"), again.recall("three")],
            [Some(pass(1)), Some(pass(2)), None]
        );
    }

    #[test]
    fn other_inputs_under_the_same_number_are_no_match() {
        let directory = tempfile::tempdir().unwrap();
        let memory = Memory::open(directory.path(), 1);
        memory.keep("one".into(), &pass(1));
        std::fs::rename(memory.file("one"), memory.file("two")).unwrap();
        assert_eq!(memory.recall::<Verdict>("two"), None);
    }

    #[test]
    fn other_judges_begin_with_an_empty_memory_and_a_broken_entry_is_none() {
        let directory = tempfile::tempdir().unwrap();
        let memory = Memory::open(directory.path(), 1);
        memory.keep("one".into(), &pass(1));
        std::fs::write(memory.file("one"), "{").unwrap();
        assert_eq!(memory.recall::<Verdict>("one"), None);
        let other = Memory::open(directory.path(), 2);
        assert_eq!(other.recall::<Verdict>("one"), None);
        assert!(!memory.folder.exists());
    }
}
