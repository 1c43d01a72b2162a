//! A number for everything that verdicts about a course depend on, the same on every machine.

use std::collections::BTreeSet;
use std::hash::Hasher;
use std::path::{Path, PathBuf};

use siphasher::sip128::{Hasher128, SipHasher13};

use super::{Course, INFO};

impl Course {
    /// The course's own files that a verdict depends on: all but what learners edit. In the order of their names.
    pub fn files(&self) -> Vec<PathBuf> {
        let mut files = BTreeSet::from([self.home.join(INFO)]);
        for exercise in self.exercises() {
            files.insert(self.solution(exercise));
            collect(&self.hidden(exercise), &mut files);
        }
        files.into_iter().collect()
    }
}

/// A number for the names, from `root`, and the contents of these files, as 32 hexadecimal digits.
pub fn fingerprint(root: &Path, files: &[PathBuf]) -> String {
    let content = |file: &PathBuf| {
        let name = file.strip_prefix(root).unwrap_or(file).as_os_str().as_encoded_bytes().to_owned();
        // What is missing here is missing there, too, or the numbers differ.
        (name, std::fs::read(file).unwrap_or_default())
    };
    number(files.iter().map(content))
}

/// A number for names and contents, as 32 hexadecimal digits.
pub fn number(files: impl Iterator<Item = (impl AsRef<[u8]>, impl AsRef<[u8]>)>) -> String {
    let mut hasher = SipHasher13::new();
    let mut add = |bytes: &[u8]| {
        hasher.write(&(bytes.len() as u64).to_le_bytes());
        hasher.write(bytes);
    };
    for (name, content) in files {
        add(name.as_ref());
        add(content.as_ref());
    }
    format!("{:032x}", hasher.finish128().as_u128())
}

fn collect(folder: &Path, files: &mut BTreeSet<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, files);
        } else {
            files.insert(path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_contents_and_nothing_else_count() {
        let number = |files: &[(&str, &str)]| {
            let folder = tempfile::tempdir().unwrap();
            let paths: Vec<PathBuf> = files.iter().map(|(name, _)| folder.path().join(name)).collect();
            for (path, (_, text)) in paths.iter().zip(files) {
                std::fs::write(path, text).unwrap();
            }
            fingerprint(folder.path(), &paths)
        };
        let some = number(&[("a", "1"), ("b", "2")]);
        assert_eq!(some, number(&[("a", "1"), ("b", "2")]), "in another folder");
        for other in
            [&[("a", "1"), ("b", "3")][..], &[("a", "1"), ("c", "2")], &[("a", "1b"), ("2", "")], &[("a", "1")]]
        {
            assert_ne!(some, number(other), "{other:?}");
        }
        assert_eq!(some.len(), 32);
    }
}
