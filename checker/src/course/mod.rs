//! A course: chapters and exercises in order, and where their files lie.

mod file;
mod fingerprint;

use std::path::{Path, PathBuf};

#[cfg(test)]
pub(crate) use file::KNOWN_CRATES;
pub use file::{CourseError, is_name};
pub(crate) use file::{TWINS, twin_of};
pub use fingerprint::{fingerprint, number};

use crate::installed::MARKER;
use crate::verdict::Judge;

/// A course as `info.toml` describes it.
#[derive(Clone, Debug)]
pub struct Course {
    /// The folder that learners work in: it holds `exercises/`.
    pub root: PathBuf,
    /// The folder that holds `info.toml`, solutions and hidden tests: the same in a clone.
    pub home: PathBuf,
    /// The name of the course.
    pub title: String,
    /// What a learner reads first.
    pub welcome: String,
    /// What a learner reads who has solved everything.
    pub farewell: String,
    /// Whether people solve it. One that only proves the judges has no hints, and needs no further answers.
    pub learners: bool,
    /// The folder with starters and hidden tests, from `root`.
    pub hidden: PathBuf,
    /// The chapters, in order.
    pub chapters: Vec<Chapter>,
}

/// A chapter.
#[derive(Clone, Debug)]
pub struct Chapter {
    /// The name of its folder: `01_threads`.
    pub directory: String,
    /// Its title.
    pub title: String,
    /// Its exercises, in order.
    pub exercises: Vec<Exercise>,
}

/// An exercise.
#[derive(Clone, Debug)]
pub struct Exercise {
    /// Its name, unique in the course.
    pub name: String,
    /// The folder of its chapter.
    pub chapter: String,
    /// Names it had before; progress made under them counts.
    pub formerly: Vec<String>,
    /// Who judges it.
    pub judges: Vec<Judge>,
    /// What it is worth.
    pub points: u32,
    /// What the starter fails with: `two_additions: wrong_result`.
    pub starter: String,
    /// Hints, one step after the other.
    pub hints: Vec<String>,
    /// Why the solution works, shown after a pass.
    pub why: String,
    /// Crates other than std that an answer may use.
    pub crates: Vec<String>,
    /// Parts of std that an answer must not use, such as `std::sync::OnceLock`.
    pub forbidden: Vec<String>,
    /// Whether an answer may use `unsafe`.
    pub unsafe_code: bool,
    /// Seconds after which a hidden test counts as hanging.
    pub seconds: u64,
    /// Most executions a model explores for one hidden test.
    pub executions: u64,
    /// Where all of this stands.
    pub lines: Lines,
}

/// Lines of `info.toml`, from 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lines {
    /// The exercise's name.
    pub name: usize,
    /// Where its hints begin.
    pub hints: usize,
    /// What its starter fails with.
    pub starter: usize,
}

impl Course {
    /// Reads the course that `start` lies in: the nearest folder upwards with an `info.toml`.
    ///
    /// # Errors
    /// If there is none, or if it is broken; the error names file, line and remedy.
    pub fn find(start: &Path) -> Result<Self, CourseError> {
        Self::read(Self::root_of(start)?)
    }

    /// The nearest folder upwards with an `info.toml`, or with what says that it is a learner's.
    ///
    /// # Errors
    /// If there is none.
    pub fn root_of(start: &Path) -> Result<&Path, CourseError> {
        let is_root = |folder: &&Path| [INFO, MARKER].iter().any(|file| folder.join(file).is_file());
        start.ancestors().find(is_root).ok_or_else(|| CourseError::NotFound(start.to_owned()))
    }

    /// Reads the course in the folder `root`.
    ///
    /// # Errors
    /// If `info.toml` is missing or broken; the error names file, line and remedy.
    pub fn read(root: &Path) -> Result<Self, CourseError> {
        let course = file::read(root)?;
        if course.exercises().next().is_none() {
            let problem = "there is no exercise. `threadlings dev new CHAPTER/NAME` begins one.".into();
            return Err(CourseError::Broken { path: root.join(INFO), line: 1, problem });
        }
        Ok(course)
    }

    /// Reads the course in the folder `home`, whose exercises are worked on in the folder `root`.
    ///
    /// # Errors
    /// If `info.toml` is missing or broken.
    pub fn read_apart(home: &Path, root: &Path) -> Result<Self, CourseError> {
        Ok(Course { root: root.to_owned(), ..Self::read(home)? })
    }

    /// Reads the course in the folder `root`, which need not have exercises yet.
    ///
    /// # Errors
    /// If `info.toml` is missing or broken; the error names file, line and remedy.
    pub fn read_begun(root: &Path) -> Result<Self, CourseError> {
        file::read(root)
    }

    /// All exercises, in order.
    pub fn exercises(&self) -> impl Iterator<Item = &Exercise> {
        self.chapters.iter().flat_map(|chapter| &chapter.exercises)
    }

    /// The exercise of that name, which may be a former one.
    pub fn exercise(&self, name: &str) -> Option<&Exercise> {
        self.exercises()
            .find(|exercise| exercise.name == name)
            .or_else(|| self.exercises().find(|exercise| exercise.formerly.iter().any(|old| old == name)))
    }

    /// The exercise whose answer the file is, if it is one.
    pub fn exercise_of(&self, file: &Path) -> Option<&Exercise> {
        self.exercises().find(|exercise| self.answer(exercise) == file)
    }

    /// The title of the chapter an exercise belongs to.
    pub fn chapter_title(&self, exercise: &Exercise) -> &str {
        let chapter = self.chapters.iter().find(|chapter| chapter.directory == exercise.chapter);
        chapter.map_or("", |chapter| &chapter.title)
    }

    /// The file that the learner edits.
    pub fn answer(&self, exercise: &Exercise) -> PathBuf {
        self.root.join("exercises").join(&exercise.chapter).join(exercise.file())
    }

    /// The solution.
    pub fn solution(&self, exercise: &Exercise) -> PathBuf {
        self.home.join("solutions").join(&exercise.chapter).join(exercise.file())
    }

    /// The folder with the hidden tests, the untouched starter, wrong answers and alternatives.
    pub fn hidden(&self, exercise: &Exercise) -> PathBuf {
        self.home.join(&self.hidden).join(&exercise.chapter).join(&exercise.name)
    }

    /// A path as people know it: from the root of the course, if it lies there.
    pub fn shown(&self, path: &Path) -> String {
        path.strip_prefix(&self.root).unwrap_or(path).display().to_string()
    }

    /// Whether the learner's folder holds nothing but exercises.
    pub fn is_apart(&self) -> bool {
        self.home != self.root
    }

    /// How a learner calls this program with these arguments: in a clone cargo does it, as the README says, and nothing
    /// need be installed.
    pub fn call(&self, arguments: &str) -> String {
        let is_clone = !self.is_apart() && self.root.join("checker/Cargo.toml").is_file();
        format!("{} {arguments}", if is_clone { "cargo run --" } else { "threadlings" })
    }

    /// The file as it is handed out, which is never edited.
    pub fn starter(&self, exercise: &Exercise) -> PathBuf {
        self.hidden(exercise).join("starter.rs")
    }
}

impl Exercise {
    /// The name of its file, in `exercises/` and in `solutions/`.
    pub fn file(&self) -> String {
        format!("{}.rs", self.name)
    }

    /// The path a learner knows it by: `exercises/01_threads/spawn_and_join.rs`.
    pub fn shown_path(&self) -> String {
        format!("exercises/{}/{}", self.chapter, self.file())
    }

    /// Whether that judge has a say.
    pub fn judged_by(&self, judge: Judge) -> bool {
        self.judges.contains(&judge)
    }
}

/// The file that describes a course.
pub const INFO: &str = "info.toml";
