//! Which file of a submission is the answer to which exercise.

use std::collections::BTreeMap;

use threadlings::course::{Course, Exercise};

use super::text::{self, Problem};
use super::{Answer, Submission};

/// Folders whose files are never answers: what a clone of the course holds besides them, and what tools leave behind.
const FOREIGN: [&str; 6] = ["solutions", "checker", "target", "node_modules", "__MACOSX", "tests"];

/// Most notes that are kept of one submission. A thousand more would tell an instructor nothing.
const MOST_NOTES: usize = 20;

/// The files that a submission may hold.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// By file name.
    files: BTreeMap<String, Target>,
}

#[derive(Clone, Debug)]
struct Target {
    exercise: String,
    chapter: String,
    /// Whether the file name is one that the exercise had before.
    former: bool,
}

impl Wanted {
    /// The files of these exercises, under their names of today and of before.
    pub fn new<'a>(exercises: impl IntoIterator<Item = &'a Exercise>) -> Self {
        let mut files = BTreeMap::new();
        for exercise in exercises {
            let target = |former| Target { exercise: exercise.name.clone(), chapter: exercise.chapter.clone(), former };
            for name in &exercise.formerly {
                files.entry(format!("{name}.rs")).or_insert_with(|| target(true));
            }
            files.insert(exercise.file(), target(false));
        }
        Wanted { files }
    }

    /// The files of the whole course.
    pub fn all(course: &Course) -> Self {
        Self::new(course.exercises())
    }
}

/// How well a place suits an answer: the smallest is taken.
type Rank = (bool, u8, usize);

/// Gathers the answers of one submission.
pub(super) struct Collector<'a> {
    wanted: &'a Wanted,
    found: BTreeMap<String, (Rank, Answer)>,
    notes: Vec<String>,
    more_notes: usize,
}

impl<'a> Collector<'a> {
    pub(super) fn new(wanted: &'a Wanted) -> Self {
        Collector { wanted, found: BTreeMap::new(), notes: Vec::new(), more_notes: 0 }
    }

    /// Whether there is any use in looking into a folder of this name.
    pub(super) fn enters(name: &str) -> bool {
        !name.starts_with('.') && !FOREIGN.contains(&name)
    }

    /// Something an instructor should know.
    pub(super) fn note(&mut self, line: String) {
        if self.notes.len() < MOST_NOTES {
            self.notes.push(line);
        } else {
            self.more_notes += 1;
        }
    }

    /// A file at this path of the submission, with `/` between the names. It is read only if it is the best place so
    /// far for an answer.
    pub(super) fn offer(&mut self, path: &str, read: impl FnOnce() -> Result<Vec<u8>, Problem>) {
        let (folders, file) = path.rsplit_once('/').map_or(("", path), |(folders, file)| (folders, file));
        let Some(target) = self.wanted.files.get(file) else { return };
        let folders: Vec<&str> = folders.split('/').filter(|name| !name.is_empty()).collect();
        if !folders.iter().all(|name| Self::enters(name)) {
            return;
        }
        let fit = match folders.as_slice() {
            [.., "exercises", chapter] if *chapter == target.chapter => 0,
            [.., chapter] if *chapter == target.chapter => 1,
            _ => 2,
        };
        let rank = (target.former, fit, folders.len());
        let exercise = target.exercise.clone();
        match self.found.get(&exercise) {
            Some((best, answer)) if *best <= rank => {
                let line = format!("{path}: not looked at, because {} is taken for {exercise}", answer.path);
                self.note(line);
            }
            earlier => {
                let line = earlier.map(|(_, earlier)| {
                    format!("{}: not looked at, because {path} is taken for {exercise}", earlier.path)
                });
                if let Some(line) = line {
                    self.note(line);
                }
                let answer = Answer { path: path.to_owned(), text: read().and_then(text::text) };
                self.found.insert(exercise, (rank, answer));
            }
        }
    }

    pub(super) fn finish(mut self) -> Submission {
        let answers: BTreeMap<String, Answer> =
            self.found.into_iter().map(|(exercise, (_, answer))| (exercise, answer)).collect();
        for answer in answers.values() {
            if let Err(problem) = &answer.text {
                self.notes.push(format!("{}: {problem}", answer.path));
            }
        }
        if self.more_notes > 0 {
            self.notes.push(format!("{} more notes of this sort are left out", self.more_notes));
        }
        if answers.is_empty() {
            self.notes.push("holds no file that is named after an exercise".to_owned());
        }
        Submission { answers, notes: self.notes }
    }
}
