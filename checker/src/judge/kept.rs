//! What was compiled for one check and serves the next: it lies beside the judges, and goes when they are built anew.

use std::fs;
use std::hash::Hasher;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use siphasher::sip128::{Hasher128, SipHasher13};

/// So many files of one group are kept, the newest ones.
const MOST: usize = 4;

/// A folder with files that stand for what they were made of.
#[derive(Clone, Debug)]
pub(super) struct Kept {
    folder: PathBuf,
    /// What the judges were built from: whoever still works with others finds nothing of theirs, and the other way round.
    fingerprint: String,
}

impl Kept {
    /// The files in that folder, which need not be there yet.
    pub(super) fn in_folder(folder: PathBuf, fingerprint: String) -> Self {
        Kept { folder, fingerprint }
    }

    /// Where the file is, or will be, that was made of these inputs. Each has a folder of its own, in that of its group.
    pub(super) fn path(&self, group: &str, inputs: &str, name: &str) -> PathBuf {
        let mut hasher = SipHasher13::new();
        hasher.write(self.fingerprint.as_bytes());
        hasher.write(inputs.as_bytes());
        let number = hasher.finish128().as_u128();
        self.folder.join(group).join(format!("{number:032x}")).join(name)
    }

    /// Keeps a copy of `file` at one of those paths. Whoever looks for it sees all of it or nothing.
    pub(super) fn put(path: &Path, file: &Path) -> io::Result<()> {
        let folder = path.parent().expect("each has a folder of its own");
        let group = folder.parent().expect("each belongs to a group");
        fs::create_dir_all(folder)?;
        let copy = tempfile::NamedTempFile::new_in(folder)?;
        fs::copy(file, copy.path())?;
        copy.persist(path)?;
        keep_newest(group, MOST);
        Ok(())
    }

    /// Puts the file that is kept at one of those paths to where it is needed. False if it is not kept.
    pub(super) fn take(path: &Path, to: &Path) -> bool {
        fs::hard_link(path, to).or_else(|_| fs::copy(path, to).map(drop)).is_ok()
    }

    /// Forgets everything.
    pub(super) fn clear(&self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Removes all but the newest folders of a folder. What is in use then is linked to another name, or is made once more.
pub(super) fn keep_newest(folder: &Path, most: usize) {
    for folder in all_but_newest(most, folder) {
        let _ = fs::remove_dir_all(folder);
    }
}

/// What lies in the folder but for so many entries that were modified last.
pub(super) fn all_but_newest(most: usize, folder: &Path) -> impl Iterator<Item = PathBuf> {
    let age = |entry: &fs::DirEntry| entry.metadata().and_then(|it| it.modified()).unwrap_or(SystemTime::UNIX_EPOCH);
    let mut entries: Vec<(SystemTime, PathBuf)> =
        fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| (age(&entry), entry.path())).collect();
    entries.sort();
    entries.into_iter().rev().skip(most).map(|(_, path)| path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_found_by_what_it_was_made_of_and_the_oldest_go() {
        let folder = tempfile::tempdir().unwrap();
        let kept = Kept::in_folder(folder.path().join("kept"), "1".into());
        let file = folder.path().join("file");
        let path = |inputs: &str| kept.path("group", inputs, "name");
        for inputs in ["1", "2", "3", "4", "5", "6"] {
            assert!(!Kept::take(&path(inputs), &folder.path().join("none")));
            fs::write(&file, inputs).unwrap();
            Kept::put(&path(inputs), &file).unwrap();
            // A clock that stands still would leave open which is the oldest.
            let time = SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(inputs.parse().unwrap());
            fs::File::open(path(inputs).parent().unwrap()).unwrap().set_modified(time).unwrap();
        }
        let other = Kept::in_folder(folder.path().join("kept"), "2".into()).path("group", "6", "name");
        assert!(!Kept::take(&other, &folder.path().join("none")));
        let taken = |inputs: &str| {
            let to = folder.path().join(format!("taken {inputs}"));
            Kept::take(&path(inputs), &to).then(|| fs::read_to_string(to).unwrap())
        };
        assert_eq!(["1", "6"].map(taken), [None, Some("6".to_owned())]);
        assert!(fs::read_dir(folder.path().join("kept/group")).unwrap().count() <= MOST + 1);
        kept.clear();
        assert_eq!(taken("6"), None);
    }
}
