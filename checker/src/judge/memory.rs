//! Verdicts that are known already: the same content need not be judged twice.
//!
//! A verdict is kept with everything it depends on, and counts only where all of that is the same again. Losing one
//! costs time and nothing else, so no error here is worth a word.

use std::fs::File;
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::kept::keep_newest;
use crate::this_program;

/// The folder with verdicts, in the one with the judges.
const FOLDER: &str = "verdicts";

/// So many memories are kept: a clone has a checker for debugging, one for release, and those of a while ago.
const MOST: usize = 4;

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
    /// The memory in the folder with the judges, which are `fingerprint`. Each build of the checker has its own: that of
    /// other judges and builds that was not opened for the longest time is forgotten.
    pub(super) fn open(directory: &Path, fingerprint: &str) -> Self {
        let all = directory.join(FOLDER);
        let folder = all.join(format!("{:016x}", hash(&(fingerprint, this_program::build()))));
        let opened = std::fs::create_dir_all(&folder).and_then(|()| File::open(&folder));
        let _ = opened.and_then(|folder| folder.set_modified(SystemTime::now()));
        keep_newest(&all, MOST);
        Memory { folder }
    }

    /// The verdict, or what else there is to remember, that came of these inputs before.
    pub(super) fn recall<T: DeserializeOwned>(&self, inputs: &str) -> Option<T> {
        let text = std::fs::read(self.file(inputs)).ok()?;
        let entry: Entry<T> = serde_json::from_slice(&text).ok()?;
        (entry.inputs == inputs).then_some(entry.result)
    }

    /// What came of these inputs before; or what comes of them now, which is kept unless it is an error.
    pub(super) fn recall_or<T: DeserializeOwned + Serialize, E>(
        &self,
        inputs: String,
        make: impl FnOnce() -> Result<T, E>,
    ) -> Result<T, E> {
        if let Some(known) = self.recall(&inputs) {
            return Ok(known);
        }
        let made = make()?;
        self.keep(inputs, &made);
        Ok(made)
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
        let memory = Memory::open(directory.path(), "1");
        assert_eq!(memory.recall::<Verdict>("one"), None);
        memory.keep("one".into(), &pass(1));
        memory.keep("two".into(), &pass(2));
        let again = Memory::open(directory.path(), "1");
        assert_eq!(
            [again.recall("one"), again.recall("two"), again.recall("three")],
            [Some(pass(1)), Some(pass(2)), None]
        );
    }

    #[test]
    fn other_inputs_under_the_same_number_are_no_match() {
        let directory = tempfile::tempdir().unwrap();
        let memory = Memory::open(directory.path(), "1");
        memory.keep("one".into(), &pass(1));
        std::fs::rename(memory.file("one"), memory.file("two")).unwrap();
        assert_eq!(memory.recall::<Verdict>("two"), None);
    }

    #[test]
    fn a_broken_entry_is_none() {
        let directory = tempfile::tempdir().unwrap();
        let memory = Memory::open(directory.path(), "1");
        memory.keep("one".into(), &pass(1));
        std::fs::write(memory.file("one"), "{").unwrap();
        assert_eq!(memory.recall::<Verdict>("one"), None);
    }

    #[test]
    fn other_judges_begin_with_an_empty_memory_and_end_only_the_oldest() {
        let directory = tempfile::tempdir().unwrap();
        let begin = |judges: u64| {
            let memory = Memory::open(directory.path(), &judges.to_string());
            assert_eq!(memory.recall::<Verdict>("one"), None);
            memory.keep("one".into(), &pass(1));
            // A clock that stands still would leave open which is the oldest.
            let time = SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(judges);
            File::open(&memory.folder).unwrap().set_modified(time).unwrap();
            memory
        };
        let memories: Vec<Memory> = (1..=5).map(begin).collect();
        let known: Vec<bool> = memories.iter().map(|memory| memory.recall("one") == Some(pass(1))).collect();
        assert_eq!(known, [false, true, true, true, true]);
    }
}
