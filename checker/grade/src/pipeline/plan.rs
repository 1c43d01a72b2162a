//! Which contents there are to judge, and who handed them in.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

use super::store::Store;
use super::{Request, partition};
use crate::clean::Plain;
use crate::ingest::{self, Class, Problem, Wanted};

/// A distinct content, as the answer to one exercise.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Content {
    /// Where its exercise stands in the course.
    pub(super) position: usize,
    /// The name of its exercise.
    pub(super) exercise: String,
    /// The hash of the text, in hexadecimal.
    pub(super) hash: String,
}

/// What a student has for an exercise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum HandedIn {
    /// No file.
    Nothing,
    /// A file that nobody looks at.
    Unfit(Problem),
    /// An answer.
    Content(Content),
}

/// One exercise of one student.
#[derive(Clone, Debug)]
pub(super) struct Item {
    pub(super) exercise: String,
    pub(super) path: String,
    pub(super) handed_in: HandedIn,
}

/// A student and what falls into this share.
#[derive(Clone, Debug)]
pub(super) struct Planned {
    pub(super) id: Plain,
    pub(super) submitted: bool,
    pub(super) notes: Vec<String>,
    pub(super) items: Vec<Item>,
}

/// The whole class.
#[derive(Clone, Debug, Default)]
pub(super) struct Plan {
    /// Sorted by id.
    pub(super) students: Vec<Planned>,
    /// What is odd about the folder of the submissions.
    pub(super) notes: Vec<String>,
    contents: BTreeSet<Content>,
}

impl Plan {
    /// Reads all submissions; their contents are in the store after that, and only there.
    pub(super) fn make(request: &Request<'_>, store: &Store) -> anyhow::Result<Self> {
        let Class { entries, notes } = ingest::class(request.submissions)?;
        let wanted = Wanted::new(request.exercises.iter().copied());
        let mut plan = Plan { notes, ..Plan::default() };
        let mut ids = Ids::default();
        for entry in entries {
            if request.cancel.is_cancelled() {
                break;
            }
            let (mut submission, submitted) = match ingest::read(&entry, &wanted) {
                Ok(submission) => (submission, true),
                Err(error) => {
                    let name = entry.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                    let note = format!("{name}: {}", error.problem);
                    (ingest::Submission { notes: vec![note], ..Default::default() }, false)
                }
            };
            let id = ids.of(&entry.student);
            let mut items = Vec::new();
            for (position, exercise) in request.exercises.iter().enumerate() {
                let answer = submission.answers.remove(&exercise.name);
                let path = answer.as_ref().map(|answer| answer.path.clone()).unwrap_or_default();
                let handed_in = match answer.map(|answer| answer.text) {
                    None => HandedIn::Nothing,
                    Some(Err(problem)) => HandedIn::Unfit(problem),
                    Some(Ok(text)) => {
                        let hash = hash(&text);
                        let content = Content { position, exercise: exercise.name.clone(), hash };
                        if partition(request.share).contains(&content.key()) && plan.contents.insert(content.clone()) {
                            store.put_by(&content, &text)?;
                        }
                        HandedIn::Content(content)
                    }
                };
                // Equal contents are in the same share, so that no two machines judge the same.
                let key = match &handed_in {
                    HandedIn::Content(content) => content.key(),
                    HandedIn::Nothing | HandedIn::Unfit(_) => format!("{}/{id}", exercise.name),
                };
                if partition(request.share).contains(&key) {
                    items.push(Item { exercise: exercise.name.clone(), path, handed_in });
                }
            }
            plan.students.push(Planned { id, submitted, notes: submission.notes, items });
        }
        plan.students.sort_by(|one, other| one.id.cmp(&other.id));
        Ok(plan)
    }

    /// Every distinct content, in the order of the course.
    pub(super) fn contents(&self) -> impl Iterator<Item = &Content> {
        self.contents.iter()
    }
}

impl Content {
    /// What decides which share it is in.
    fn key(&self) -> String {
        format!("{}/{}", self.exercise, self.hash)
    }
}

/// The hash of a text, in hexadecimal.
pub(super) fn hash(text: &str) -> String {
    Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Names of students that are different even after what cannot be shown was taken out.
#[derive(Default)]
struct Ids(BTreeMap<String, usize>);

impl Ids {
    fn of(&mut self, name: &str) -> Plain {
        let shown = Plain::from(name).in_one_line();
        let shown = if shown.is_empty() { "a name that cannot be shown".to_owned() } else { shown };
        let count = self.0.entry(shown.clone()).or_default();
        *count += 1;
        match *count {
            1 => shown.into(),
            count => self.of(&format!("{shown} ({count})")),
        }
    }
}
