//! `info.toml`: what it may hold, and what is wrong with it.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use toml::Spanned;

use super::{Chapter, Course, Exercise, INFO, Lines};
use crate::verdict::Judge;

/// Why there is no course.
#[derive(Debug, thiserror::Error)]
pub enum CourseError {
    /// No folder upwards holds an `info.toml`.
    #[error(
        "{0} does not lie in a course: there is no {INFO} there or in a folder above it. Go to your clone of the course and call `threadlings` there, or call `threadlings init` to begin."
    )]
    NotFound(PathBuf),
    /// `info.toml` cannot be read.
    #[error("{path} cannot be read: {error}")]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// The system's word.
        error: std::io::Error,
    },
    /// `info.toml` is broken.
    #[error("{path}:{line}: {problem}")]
    Broken {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
        /// What is wrong there and how to mend it.
        problem: String,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CourseFile {
    format: Spanned<u32>,
    title: String,
    welcome: String,
    farewell: String,
    #[serde(default = "default_learners")]
    learners: bool,
    #[serde(default = "default_hidden")]
    hidden: PathBuf,
    #[serde(rename = "chapter", default)]
    chapters: Vec<ChapterFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ChapterFile {
    directory: Spanned<String>,
    title: String,
    #[serde(rename = "exercise", default)]
    exercises: Vec<ExerciseFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExerciseFile {
    name: Spanned<String>,
    #[serde(default)]
    formerly: Vec<Spanned<String>>,
    judges: Spanned<Vec<Judge>>,
    points: Option<u32>,
    starter: Spanned<String>,
    hints: Option<Spanned<Vec<String>>>,
    why: String,
    crates: Option<Spanned<Vec<String>>>,
    forbidden: Option<Spanned<Vec<String>>>,
    #[serde(default)]
    unsafe_code: bool,
    #[serde(default = "default_seconds")]
    seconds: u64,
    #[serde(default = "default_executions")]
    executions: u64,
}

fn default_learners() -> bool {
    true
}

fn default_hidden() -> PathBuf {
    "checker/hidden".into()
}

fn default_seconds() -> u64 {
    5
}

fn default_executions() -> u64 {
    2_000
}

/// The crates besides std that exercises may use; the checker knows how to build these.
pub(crate) const KNOWN_CRATES: [&str; 5] = ["crossbeam", "dashmap", "parking_lot", "rayon", "tokio"];

/// A crate that takes the name of one of them where schedules are judged, and whose threads take part in the search.
pub(crate) struct Twin {
    /// The crate that it stands in for.
    pub(crate) original: &'static str,
    /// The package that it is in.
    pub(crate) package: &'static str,
    /// Whether it tells what it reads and writes.
    pub(crate) tells_values: bool,
}

/// The only list of them; each is also a feature of the package with the crates that answers may use.
pub(crate) const TWINS: [Twin; 4] = [
    Twin { original: "crossbeam", package: "threadlings-crossbeam", tells_values: true },
    Twin { original: "dashmap", package: "threadlings-dashmap", tells_values: false },
    Twin { original: "parking_lot", package: "threadlings-parking-lot", tells_values: false },
    Twin { original: "tokio", package: "threadlings-tokio", tells_values: false },
];

/// The twin of a crate, if it has one.
pub(crate) fn twin_of(name: &str) -> Option<&'static Twin> {
    TWINS.iter().find(|twin| twin.original == name)
}

/// Why the judges that an exercise names cannot judge code that uses a crate, if they cannot.
fn misjudged(judges: &[Judge], name: &str) -> Option<String> {
    let judge = judges.iter().find(|judge| match judge {
        Judge::Native | Judge::Misuse => false,
        Judge::Schedules => twin_of(name).is_none(),
        Judge::Orderings => true,
    })?;
    let judge = judge.name();
    Some(format!(
        "`{judge}` cannot judge code that uses `{name}`: what waits inside that crate would never go on. Judge it by \
         native alone."
    ))
}

/// The only format so far.
const FORMAT: u32 = 1;

pub(super) fn read(root: &Path) -> Result<Course, CourseError> {
    let path = root.join(INFO);
    let text = std::fs::read_to_string(&path).map_err(|error| CourseError::Unreadable { path: path.clone(), error })?;
    let line = |offset: usize| text[..offset.min(text.len())].matches('\n').count() + 1;
    let broken =
        |offset: usize, problem: String| CourseError::Broken { path: path.clone(), line: line(offset), problem };
    let file: CourseFile = toml::from_str(&text)
        .map_err(|error| broken(error.span().map_or(0, |span| span.start), error.message().to_owned()))?;
    if *file.format.get_ref() != FORMAT {
        let problem = format!(
            "format {} is not one that this threadlings reads (it reads {FORMAT}). Update threadlings, or write {FORMAT}.",
            file.format.get_ref()
        );
        return Err(broken(file.format.span().start, problem));
    }

    let mut course = Course {
        root: root.to_owned(),
        home: root.to_owned(),
        title: file.title,
        welcome: file.welcome,
        farewell: file.farewell,
        learners: file.learners,
        hidden: file.hidden,
        chapters: Vec::new(),
    };
    let mut seen = HashMap::new();
    for chapter in file.chapters {
        let mut exercises = Vec::new();
        for exercise in chapter.exercises {
            for name in std::iter::once(&exercise.name).chain(&exercise.formerly) {
                check_name(name).map_err(|problem| broken(name.span().start, problem))?;
                if let Some(line) = seen.insert(name.get_ref().clone(), line(name.span().start)) {
                    let problem =
                        format!("the name `{}` stands in line {line} already. Choose another.", name.get_ref());
                    return Err(broken(name.span().start, problem));
                }
            }
            let offset = exercise.name.span().start;
            let lines = Lines {
                name: line(offset),
                hints: line(exercise.hints.as_ref().map_or(offset, |hints| hints.span().start)),
                starter: line(exercise.starter.span().start),
            };
            let exercise = resolve(exercise, chapter.directory.get_ref(), course.learners)
                .map_err(|(at, problem)| broken(at, problem))?;
            let exercise = Exercise { lines, ..exercise };
            let files =
                [course.solution(&exercise), course.starter(&exercise), course.hidden(&exercise).join("tests.rs")];
            if let Some(missing) = files.iter().find(|file| !file.is_file()) {
                let problem = format!(
                    "the exercise `{}` has no {}. Add the file, or remove the exercise.",
                    exercise.name,
                    missing.strip_prefix(root).unwrap_or(missing).display()
                );
                return Err(broken(offset, problem));
            }
            exercises.push(exercise);
        }
        check_name(&chapter.directory).map_err(|problem| broken(chapter.directory.span().start, problem))?;
        course.chapters.push(Chapter { directory: chapter.directory.into_inner(), title: chapter.title, exercises });
    }
    Ok(course)
}

/// Whether an exercise or the folder of a chapter may have that name.
pub fn is_name(name: &str) -> bool {
    let is_fit = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    (1..=60).contains(&name.len()) && name.bytes().all(is_fit)
}

/// Names become file names, crate names and arguments: they hold nothing that is special in any of them.
fn check_name(name: &Spanned<String>) -> Result<(), String> {
    let name = name.get_ref();
    if is_name(name) {
        Ok(())
    } else {
        Err(format!("the name `{name}` may hold only a to z, 0 to 9 and _, at most 60 of them."))
    }
}

/// Checks what belongs to one exercise alone; an error carries its offset in the file.
fn resolve(exercise: ExerciseFile, chapter: &str, learners: bool) -> Result<Exercise, (usize, String)> {
    let name_at = exercise.name.span().start;
    if exercise.judges.get_ref().is_empty() {
        let problem = "no judge is named. Name at least one of native, schedules, orderings, misuse.";
        return Err((exercise.judges.span().start, problem.into()));
    }
    let (hints_at, hints) =
        exercise.hints.map_or((name_at, Vec::new()), |hints| (hints.span().start, hints.into_inner()));
    if learners && hints.len() != 3 {
        return Err((hints_at, format!("there are {} hints; an exercise has three.", hints.len())));
    }
    if learners && exercise.points.is_none() {
        return Err((name_at, "it is not said how many `points` this exercise is worth.".into()));
    }
    let (crates_at, crates) =
        exercise.crates.map_or((0, Vec::new()), |crates| (crates.span().start, crates.into_inner()));
    if let Some(unknown) = crates.iter().find(|name| !KNOWN_CRATES.contains(&name.as_str())) {
        let problem = format!("the crate `{unknown}` is not one of {}.", KNOWN_CRATES.join(", "));
        return Err((crates_at, problem));
    }
    if let Some(problem) = crates.iter().find_map(|name| misjudged(exercise.judges.get_ref(), name)) {
        return Err((crates_at, problem));
    }
    let (forbidden_at, forbidden) =
        exercise.forbidden.map_or((0, Vec::new()), |forbidden| (forbidden.span().start, forbidden.into_inner()));
    if let Some(path) = forbidden.iter().find(|path| !path.starts_with("std::") || path.split("::").count() != 3) {
        let problem = format!("`{path}` is not a path such as `std::sync::OnceLock`.");
        return Err((forbidden_at, problem));
    }
    if !exercise.starter.get_ref().contains(": ") {
        let problem = "say what the starter fails with, as in \"two_additions: wrong_result\" or \"compile: E0373\".";
        return Err((exercise.starter.span().start, problem.into()));
    }
    Ok(Exercise {
        name: exercise.name.into_inner(),
        chapter: chapter.to_owned(),
        formerly: exercise.formerly.into_iter().map(Spanned::into_inner).collect(),
        judges: exercise.judges.into_inner(),
        points: exercise.points.unwrap_or_default(),
        starter: exercise.starter.into_inner(),
        hints,
        why: exercise.why,
        crates,
        forbidden,
        unsafe_code: exercise.unsafe_code,
        seconds: exercise.seconds,
        executions: exercise.executions,
        lines: Lines::default(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "format = 1\ntitle = \"t\"\nwelcome = \"w\"\nfarewell = \"f\"\n[[chapter]]\ndirectory = \"01_a\"\ntitle = \"A\"\n";

    fn exercise(name: &str, extra: &str) -> String {
        format!(
            "[[chapter.exercise]]\nname = \"{name}\"\njudges = [\"native\"]\npoints = 1\nstarter = \"a: panic\"\nhints = [\"1\", \"2\", \"3\"]\nwhy = \"y\"\n{extra}\n"
        )
    }

    /// Reads a course whose only files belong to the exercises `one` and `two`.
    fn course(info: &str) -> Result<Course, String> {
        let folder = tempfile::tempdir().unwrap();
        for name in ["one", "two"] {
            for file in [
                format!("solutions/01_a/{name}.rs"),
                format!("checker/hidden/01_a/{name}/starter.rs"),
                format!("checker/hidden/01_a/{name}/tests.rs"),
            ] {
                let path = folder.path().join(file);
                std::fs::create_dir_all(path.parent().unwrap()).unwrap();
                std::fs::write(path, "").unwrap();
            }
        }
        std::fs::write(folder.path().join(INFO), info).unwrap();
        Course::find(&folder.path().join("solutions/01_a"))
            .map_err(|error| error.to_string().replace(&format!("{}/", folder.path().display()), ""))
    }

    #[test]
    fn a_course_is_found_from_a_folder_below_it() {
        let course =
            course(&format!("{HEAD}{}{}", exercise("one", ""), exercise("two", "formerly = [\"old\"]"))).unwrap();
        assert_eq!(course.exercises().count(), 2);
        assert_eq!(course.exercise("old").unwrap().name, "two");
    }

    #[test]
    fn hints_and_points_are_for_learners() {
        let bare = exercise("one", "").replace("points = 1\n", "").replace("hints = [\"1\", \"2\", \"3\"]\n", "");
        assert!(course(&format!("{HEAD}{bare}")).unwrap_err().starts_with("info.toml:9: there are 0 hints"));
        let nobody = HEAD.replace("[[chapter]]", "learners = false\nhidden = \"checker/hidden\"\n[[chapter]]");
        assert!(course(&format!("{nobody}{bare}")).is_ok());
    }

    #[test]
    fn broken_files_are_refused_with_line_and_remedy() {
        let cases = [
            (format!("{HEAD}{}", exercise("one", "pionts = 3")), "info.toml:15: unknown field `pionts`"),
            (
                format!("{HEAD}{}{}", exercise("one", ""), exercise("one", "")),
                "info.toml:17: the name `one` stands in line 9 already",
            ),
            (
                format!("{HEAD}{}", exercise("three", "")),
                "info.toml:9: the exercise `three` has no solutions/01_a/three.rs",
            ),
            (format!("{HEAD}{}", exercise("../one", "")), "info.toml:9: the name `../one` may hold only"),
            (HEAD.replace("format = 1", "format = 9"), "info.toml:1: format 9 is not one"),
            (HEAD.to_owned(), "info.toml:1: there is no exercise"),
            (format!("{HEAD}{}", exercise("one", "crates = [\"left-pad\"]")), "info.toml:15: the crate `left-pad`"),
            (
                format!("{HEAD}{}", exercise("one", "crates = [\"rayon\"]").replace("native", "schedules")),
                "info.toml:15: `schedules` cannot judge code that uses `rayon`",
            ),
            (
                format!("{HEAD}{}", exercise("one", "").replace("native", "nativ")),
                "info.toml:10: unknown variant `nativ`",
            ),
            (format!("{HEAD}{}", exercise("one", "").replace(", \"3\"", "")), "info.toml:13: there are 2 hints"),
            ("format = 1\ntitle".to_owned(), "info.toml:2:"),
        ];
        for (info, expected) in cases {
            let error = course(&info).unwrap_err();
            assert!(error.starts_with(expected), "{error}\ndoes not start with\n{expected}");
        }
    }
}
