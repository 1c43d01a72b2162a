//! Hidden tests that an instructor keeps in a folder of their own, so that nobody who has the course has them.
//!
//! The folder is laid out as the course's: `01_threads/spawn_and_join/tests.rs`, with `misuse/` beside it if there are
//! programs that must not compile. Only exercises of the course can have private tests.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use threadlings::course::{Course, Exercise};
use threadlings::exit::Stop;
use threadlings::judge::judges_named;
use threadlings::verdict::Judge;

/// The private tests of an instructor; by default there are none.
#[derive(Clone, Debug, Default)]
pub struct Private {
    /// The course with the folder of the private tests in the place of its own.
    course: Option<Course>,
    /// The exercises that have private tests, with the judges that these name.
    exercises: BTreeMap<String, Exercise>,
    only: bool,
}

impl Private {
    /// Reads what is in the folder. If `only`, the course's own tests do not count where there are private ones.
    ///
    /// # Errors
    /// If the folder cannot be read, or holds something that is no test of an exercise of the course.
    pub fn read(course: &Course, folder: &Path, only: bool) -> Result<Self, Stop> {
        let unreadable = |error| Stop::usage(format!("--private: {} cannot be read: {error}.", folder.display()));
        let hidden = folder.canonicalize().map_err(unreadable)?;
        let private = Course { hidden: hidden.clone(), ..course.clone() };
        let mut exercises = BTreeMap::new();
        for chapter in folders(&hidden).map_err(unreadable)? {
            for found in folders(&chapter).map_err(unreadable)? {
                let is_it = |exercise: &&Exercise| private.hidden(exercise) == found;
                let exercise = course.exercises().find(is_it).ok_or_else(|| no_exercise(course, &hidden, &found))?;
                exercises.insert(exercise.name.clone(), judged(exercise, &found)?);
            }
        }
        if exercises.is_empty() {
            let problem = "holds no tests. They belong in CHAPTER/EXERCISE/tests.rs";
            return Err(Stop::usage(format!("--private: {} {problem}.", folder.display())));
        }
        Ok(Private { course: Some(private), exercises, only })
    }

    /// What an answer has to pass, one after the other: the course whose hidden tests are meant, and the exercise with
    /// the judges that they name.
    pub fn passes<'a>(&'a self, course: &'a Course, exercise: &'a Exercise) -> Vec<(&'a Course, &'a Exercise)> {
        let own = self.course.as_ref().zip(self.exercises.get(&exercise.name));
        let of_the_course = (!self.only || own.is_none()).then_some((course, exercise));
        of_the_course.into_iter().chain(own).collect()
    }
}

/// The folders in a folder, in the order of their names.
fn folders(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let entries: Result<Vec<PathBuf>, _> =
        std::fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect();
    let mut folders = entries?;
    folders.retain(|entry| entry.is_dir() && entry.file_name().is_none_or(|name| name.as_encoded_bytes()[0] != b'.'));
    folders.sort();
    Ok(folders)
}

fn no_exercise(course: &Course, hidden: &Path, found: &Path) -> Stop {
    let shown = found.strip_prefix(hidden).unwrap_or(found).display();
    let name = found.file_name().unwrap_or_default().to_string_lossy();
    let place = match threadlings::commands::named(course, &name) {
        Ok(exercise) => format!("The exercise's tests belong in {}/{}.", exercise.chapter, exercise.name),
        Err(stop) => stop.message,
    };
    Stop::usage(format!("--private: {shown} belongs to no exercise. {place}"))
}

/// The exercise with the judges that its private tests name.
fn judged(exercise: &Exercise, folder: &Path) -> Result<Exercise, Stop> {
    let file = folder.join("tests.rs");
    let tests = std::fs::read_to_string(&file)
        .map_err(|error| Stop::usage(format!("--private: {} cannot be read: {error}.", file.display())))?;
    let mut judges = judges_named(&tests);
    if folder.join("misuse").is_dir() {
        judges.push(Judge::Misuse);
    }
    if judges.is_empty() {
        let problem = "holds no test. Name a judge above each: #[native], #[schedules] or #[orderings]";
        return Err(Stop::usage(format!("--private: {} {problem}.", file.display())));
    }
    Ok(Exercise { judges, ..exercise.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn course() -> Course {
        Course::read(Path::new(env!("CARGO_MANIFEST_DIR")).parent().and_then(Path::parent).unwrap()).unwrap()
    }

    fn private(files: &[(&str, &str)], only: bool) -> Result<Private, String> {
        let folder = tempfile::tempdir().unwrap();
        for (path, text) in files {
            let path = folder.path().join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }
        Private::read(&course(), folder.path(), only).map_err(|stop| stop.message)
    }

    const TEST: &str = "#[native]\nfn counts() {}\n";

    #[test]
    fn private_tests_come_after_the_course_s_or_in_their_place() {
        let course = course();
        let [with, without] = ["mutex_counter", "spawn_and_join"].map(|name| course.exercise(name).unwrap());
        for (only, expected) in [(false, 2), (true, 1)] {
            let private = private(&[("02_shared_state/mutex_counter/tests.rs", TEST), ("README", "")], only).unwrap();
            let passes = private.passes(&course, with);
            assert_eq!(passes.len(), expected);
            let (last, exercise) = passes[expected - 1];
            assert!(last.hidden(exercise).ends_with("02_shared_state/mutex_counter"));
            assert_ne!(last.hidden(exercise), course.hidden(exercise));
            assert_eq!(exercise.judges, [Judge::Native]);
            assert_eq!(private.passes(&course, without).len(), 1);
        }
        assert_eq!(Private::default().passes(&course, with).len(), 1);
    }

    #[test]
    fn what_belongs_to_no_exercise_is_refused() {
        let cases = [
            (
                vec![("02_shared_state/mutex_conter/tests.rs", TEST)],
                "02_shared_state/mutex_conter belongs to no exercise. there is",
            ),
            (
                vec![("01_threads/mutex_counter/tests.rs", TEST)],
                "The exercise's tests belong in 02_shared_state/mutex_counter.",
            ),
            (vec![("02_shared_state/mutex_counter/test.rs", TEST)], "tests.rs cannot be read"),
            (vec![("02_shared_state/mutex_counter/tests.rs", "fn counts() {}")], "holds no test. Name a judge"),
            (vec![("README", "")], "holds no tests. They belong in"),
        ];
        for (files, expected) in cases {
            let error = private(&files, false).unwrap_err();
            assert!(error.contains(expected), "{error}\ndoes not hold\n{expected}");
        }
    }
}
