//! What a run leaves for the next one: contents and results, each in a file of its own.
//!
//! A file is there as a whole or not at all, and what cannot be read is judged again. So it does not matter when a run
//! is stopped.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::Context;
use serde::{Deserialize, Serialize};

use super::plan::{Content, hash};
use crate::record::{Answer, Outcome};

/// The folder in the output folder.
const FOLDER: &str = ".threadlings";

/// Contents and results.
#[derive(Debug)]
pub(super) struct Store {
    contents: PathBuf,
    results: PathBuf,
}

/// A result as it is kept.
#[derive(Serialize, Deserialize)]
struct Kept<Answer> {
    exercise: String,
    hash: String,
    answer: Answer,
}

impl Store {
    /// The store in an output folder. `key` stands for everything else that results depend on; results under another
    /// key stay, for a run that goes back to it. If `fresh`, what is kept under this key is forgotten.
    pub(super) fn open(out: &Path, key: &str, fresh: bool) -> anyhow::Result<Self> {
        let folder = out.join(FOLDER);
        let store = Store { contents: folder.join("contents"), results: folder.join("results").join(key) };
        if fresh && store.results.exists() {
            fs::remove_dir_all(&store.results)
                .with_context(|| format!("{} cannot be removed", store.results.display()))?;
        }
        for folder in [&store.contents, &store.results] {
            fs::create_dir_all(folder).with_context(|| format!("{} cannot be written", folder.display()))?;
        }
        // Nobody else is to read what students have handed in.
        let _ = fs::set_permissions(&folder, std::os::unix::fs::PermissionsExt::from_mode(0o700));
        Ok(store)
    }

    /// Keeps a content until it is judged.
    pub(super) fn put_by(&self, content: &Content, text: &str) -> anyhow::Result<()> {
        let path = self.contents.join(&content.hash);
        match path.exists() || self.has(content) {
            true => Ok(()),
            false => write(&path, text.as_bytes()),
        }
    }

    /// The text of a content.
    pub(super) fn text(&self, content: &Content) -> anyhow::Result<String> {
        let path = self.contents.join(&content.hash);
        let text = fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        if hash(&text) != content.hash {
            // The next run puts it by again.
            let _ = fs::remove_file(&path);
            anyhow::bail!("{} is not what was handed in. It is removed; call the same command again.", path.display());
        }
        Ok(text)
    }

    /// Whether a content was judged.
    pub(super) fn has(&self, content: &Content) -> bool {
        self.answer(content).is_some()
    }

    /// What a content was found to be.
    pub(super) fn answer(&self, content: &Content) -> Option<Answer> {
        let bytes = fs::read(self.file(content)).ok()?;
        let kept: Kept<Answer> = serde_json::from_slice(&bytes).ok()?;
        (kept.exercise == content.exercise && kept.hash == content.hash).then_some(kept.answer)
    }

    /// Keeps what a content was found to be. A failure of the grader is kept apart: the next run tries again.
    pub(super) fn keep(&self, content: &Content, answer: &Answer) -> anyhow::Result<()> {
        let path = match answer.outcome {
            Outcome::GraderError { .. } => self.failed(content),
            _ => self.file(content),
        };
        let kept = Kept { exercise: content.exercise.clone(), hash: content.hash.clone(), answer };
        write(&path, &serde_json::to_vec(&kept)?)
    }

    /// The failure of the grader that this run, or one before, has kept.
    pub(super) fn failure(&self, content: &Content) -> Option<Answer> {
        let bytes = fs::read(self.failed(content)).ok()?;
        serde_json::from_slice(&bytes).ok().map(|kept: Kept<Answer>| kept.answer)
    }

    fn file(&self, content: &Content) -> PathBuf {
        self.results.join(format!("{}-{}.json", content.exercise, content.hash))
    }

    fn failed(&self, content: &Content) -> PathBuf {
        self.results.join(format!("{}-{}.failed.json", content.exercise, content.hash))
    }
}

/// Writes all of a file or nothing.
fn write(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let written = tempfile::NamedTempFile::new_in(folder).and_then(|mut file| {
        file.write_all(bytes)?;
        Ok(file.persist(path)?)
    });
    written.map(drop).with_context(|| format!("{} cannot be written", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::Plain;
    use crate::record::{Feedback, Trust, TrustLevel};

    fn content() -> Content {
        Content { position: 0, exercise: "one".into(), hash: hash("text") }
    }

    fn answer(outcome: Outcome) -> Answer {
        let trust = Trust { level: TrustLevel::Sealed, missing: Vec::new(), review: Vec::new() };
        Answer { outcome, trust, feedback: Feedback::default(), prints: Vec::new(), timing: None }
    }

    #[test]
    fn what_was_judged_is_there_for_the_next_run() {
        let out = tempfile::tempdir().unwrap();
        let store = Store::open(out.path(), "key", false).unwrap();
        store.put_by(&content(), "text").unwrap();
        assert_eq!(store.text(&content()).unwrap(), "text");
        assert!(!store.has(&content()));
        store.keep(&content(), &answer(Outcome::Pass)).unwrap();
        let again = Store::open(out.path(), "key", false).unwrap();
        assert_eq!(again.answer(&content()), Some(answer(Outcome::Pass)));
        assert!(!Store::open(out.path(), "other", false).unwrap().has(&content()));
        assert!(!Store::open(out.path(), "key", true).unwrap().has(&content()));
    }

    #[test]
    fn a_failure_of_the_grader_is_tried_again() {
        let out = tempfile::tempdir().unwrap();
        let store = Store::open(out.path(), "key", false).unwrap();
        let failed = answer(Outcome::GraderError { message: Plain::from("no rustc") });
        store.keep(&content(), &failed).unwrap();
        assert!(!store.has(&content()));
        assert_eq!(store.failure(&content()), Some(failed));
    }

    #[test]
    fn what_is_broken_or_half_written_counts_as_nothing() {
        let out = tempfile::tempdir().unwrap();
        let store = Store::open(out.path(), "key", false).unwrap();
        store.keep(&content(), &answer(Outcome::Pass)).unwrap();
        let bytes = fs::read(store.file(&content())).unwrap();
        fs::write(store.file(&content()), &bytes[..bytes.len() / 2]).unwrap();
        assert!(!store.has(&content()));
        fs::write(store.contents.join(content().hash), "another text").unwrap();
        assert!(store.text(&content()).is_err());
    }
}
