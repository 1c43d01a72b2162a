//! `threadlings dev check`: the rules, without judging anything.

use std::fs;
use std::path::Path;

use colored::Colorize;
use ratatui::text::Text;

use crate::commands::{self, print};
use crate::course::{Course, CourseError};
use crate::exit::{Exit, Stop};
use crate::judge::{Cancel, Workshop};
use crate::partition::Partition;
use crate::progress::replace;
use crate::rules::{self, Scope, listing, manifest};
use crate::verify;

/// Looks at these exercises, or at the whole course, and lists what breaks a rule; `fix` first does what can be done
/// without the author.
///
/// # Errors
/// If a name is unknown, or the tools that look at the code do not work.
pub fn run(course: Result<Course, anyhow::Error>, names: &[String], fix: bool) -> anyhow::Result<Exit> {
    let course = match course.map_err(|error| error.downcast::<CourseError>()) {
        Ok(course) => course,
        // A mistake of the author's like any other.
        Err(Ok(CourseError::Broken { path, line, problem })) => {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            print::out(&format!(
                "{} {}: {problem} {}\n",
                "✗".red().bold(),
                format!("{name}:{line}").bold(),
                "[info]".dimmed()
            ))?;
            return Ok(Exit::Failure);
        }
        Err(Ok(error)) => return Err(error.into()),
        Err(Err(error)) => return Err(error),
    };
    let exercises = commands::selected(&course, names)?;
    let scope = Scope::new(&course, &exercises, Partition::WHOLE);
    let workshop = Workshop::open(&course);
    let cancel = Cancel::new();
    commands::end_on_signals(&cancel)?;
    if fix {
        for file in kept(&course)? {
            print::out(&format!("{} {file}\n", "written".green()))?;
        }
        workshop.format(&rules::formatted_files(&scope), &cancel)?;
    }
    let problems = rules::check(&scope, &workshop, &cancel)?;
    print::out(&print::paint(&Text::from(verify::problems(&problems))))?;
    let looked_at = format!("{} exercises looked at", scope.exercises.len());
    let summary = match problems.len() {
        0 => format!("✓ {looked_at}, every rule is kept").green(),
        1 => format!("✗ {looked_at}, a rule is broken").red(),
        broken => format!("✗ {looked_at}, rules are broken in {broken} places").red(),
    };
    print::out(&format!("{summary}\n"))?;
    Ok(if problems.is_empty() { Exit::Success } else { Exit::Failure })
}

/// Writes what the tool keeps, where it is not up to date: the manifests, and the lists of exercises in the texts of
/// the chapters. Gives the files it has written, from the root of the course.
///
/// # Errors
/// If a file cannot be read or written.
pub(super) fn kept(course: &Course) -> Result<Vec<String>, Stop> {
    let mut written = Vec::new();
    if !course.learners {
        return Ok(written);
    }
    let list = manifest::list(course);
    for folder in manifest::FOLDERS {
        let path = manifest::path(course, folder);
        let text = match path.exists() {
            true => manifest::updated(&read(&path)?, &list),
            false => manifest::alone(course, folder),
        };
        written.extend(write(course, &path, &text)?);
        let main = path.with_file_name("main.rs");
        if !main.exists() {
            written.extend(write(course, &main, manifest::MAIN)?);
        }
    }
    let workspace = course.root.join("Cargo.toml");
    if !workspace.exists() {
        written.extend(write(course, &workspace, &manifest::workspace(&manifest::FOLDERS))?);
    }
    for chapter in &course.chapters {
        let path = listing::readme(course, chapter);
        let text = if path.exists() { read(&path)? } else { format!("# {}\n", chapter.title) };
        written.extend(write(course, &path, &listing::updated(&text, &listing::section(course, chapter)))?);
    }
    Ok(written)
}

fn read(path: &Path) -> Result<String, Stop> {
    fs::read_to_string(path).map_err(|error| Stop::environment(format!("{} cannot be read: {error}.", path.display())))
}

/// Writes the file unless it holds that text already; gives its name if it was written.
fn write(course: &Course, path: &Path, text: &str) -> Result<Option<String>, Stop> {
    if fs::read_to_string(path).is_ok_and(|current| current == text) {
        return Ok(None);
    }
    let folder = path.parent().unwrap_or(&course.root);
    fs::create_dir_all(folder)
        .and_then(|()| replace(path, text.as_bytes()))
        .map_err(|error| Stop::environment(format!("{} cannot be written: {error}.", path.display())))?;
    Ok(Some(course.shown(path)))
}
