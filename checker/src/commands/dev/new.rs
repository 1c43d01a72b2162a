//! `threadlings dev new`: everything that an exercise needs, ready to fill in.

use std::fs;
use std::path::{Path, PathBuf};

use colored::Colorize;

use super::check::kept;
use crate::commands::print;
use crate::course::{Course, INFO, is_name};
use crate::exit::{Exit, Stop};
use crate::progress::replace;

/// Each file, from the hidden folder of the exercise, and what it holds before the author has written anything. The
/// exercise is a whole one: it can be judged.
const HIDDEN: [(&str, &str); 5] = [
    ("starter.rs", include_str!("template/starter.rs")),
    ("tests.rs", include_str!("template/tests.rs")),
    ("wrong/does_not_wait.rs", include_str!("template/does_not_wait.rs")),
    ("wrong/runs_it_itself.rs", include_str!("template/runs_it_itself.rs")),
    ("alternatives/scope.rs", include_str!("template/scope.rs")),
];
const SOLUTION: &str = include_str!("template/solution.rs");
const BEGINNING: &str = include_str!("template/course.toml");
const INFO_ENTRY: &str = include_str!("template/info.toml");

/// What stands for the exercise's name in these files.
const NAME: &str = "NAME";

/// Adds an exercise at the end of a chapter, which is made if there is none. A folder without a course becomes one.
///
/// # Errors
/// If the name is none or is taken, or a file cannot be written.
pub fn run(folder: Option<&Path>, path: &str) -> anyhow::Result<Exit> {
    let parts = path.trim_matches('/').split_once('/').filter(|(chapter, name)| is_name(chapter) && is_name(name));
    let Some((chapter, name)) = parts else {
        let message = format!(
            "`{path}` is not of the form CHAPTER/NAME, such as 02_shared_state/my_counter, with a to z, 0 to 9 and _."
        );
        return Err(Stop::usage(message).into());
    };
    let course = &begun(folder)?;
    if let Some(taken) = course.exercise(name) {
        let message = format!("there is an exercise `{name}` already: {}. Choose another name.", taken.shown_path());
        return Err(Stop::usage(message).into());
    }

    let hidden = course.root.join(&course.hidden).join(chapter).join(name);
    let in_course = |folder: &str| course.root.join(folder).join(chapter).join(format!("{name}.rs"));
    let mut files: Vec<(PathBuf, &str)> = vec![(in_course("solutions"), SOLUTION)];
    files.extend(HIDDEN.map(|(file, text)| (hidden.join(file), text)));
    if course.learners {
        files.push((in_course("exercises"), HIDDEN[0].1));
    }
    if let Some((taken, _)) = files.iter().find(|(file, _)| file.exists()) {
        let message = format!("{} is there already. Move it away, or choose another name.", course.shown(taken));
        return Err(Stop::usage(message).into());
    }
    for (file, text) in &files {
        write(file, &text.replace(NAME, name))?;
    }
    // Last: until then there is no exercise.
    let info = course.root.join(INFO);
    let text = fs::read_to_string(&info)
        .map_err(|error| Stop::environment(format!("{} cannot be read: {error}.", info.display())))?;
    write(&info, &with_exercise(&text, chapter, &INFO_ENTRY.replace(NAME, name)))?;
    let course = Course::read(&course.root)?;
    let mut written: Vec<String> = files.iter().map(|(file, _)| course.shown(file)).collect();
    written.push(INFO.into());
    written.extend(kept(&course)?);

    let mut shown = String::new();
    for file in written {
        shown += &format!("{} {file}\n", "written".green());
    }
    shown += &format!(
        "\nIt is a whole exercise: `threadlings verify {name}` judges it. Write yours in its place:\n\
         what `threadlings dev check {name}` lists first, then further wrong answers and alternatives.\n\
         `threadlings dev bless {name}` declares what they are rejected with.\n"
    );
    print::out(&shown)?;
    Ok(Exit::Success)
}

/// The course in that folder, or the one that the current folder lies in; it may be empty yet.
fn begun(folder: Option<&Path>) -> anyhow::Result<Course> {
    let Some(folder) = folder else {
        let here = std::env::current_dir()?;
        return Ok(Course::read_begun(Course::root_of(&here)?)?);
    };
    let info = folder.join(INFO);
    if !info.exists() {
        write(&info, BEGINNING)?;
    }
    Ok(Course::read_begun(&folder.canonicalize()?)?)
}

fn write(file: &Path, text: &str) -> Result<(), Stop> {
    let folder = file.parent().unwrap_or(file);
    fs::create_dir_all(folder)
        .and_then(|()| replace(file, text.as_bytes()))
        .map_err(|error| Stop::environment(format!("{} cannot be written: {error}.", file.display())))
}

/// The text of `info.toml` with an entry more, at the end of its chapter. A chapter that is new comes where its name
/// belongs.
fn with_exercise(text: &str, chapter: &str, entry: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let starts: Vec<usize> = (0..lines.len()).filter(|index| lines[*index].trim() == "[[chapter]]").collect();
    let directory = |start: usize| {
        let line = lines[start..].iter().find_map(|line| line.trim().strip_prefix("directory"))?;
        line.split('"').nth(1)
    };
    let here = starts.iter().position(|start| directory(*start) == Some(chapter));
    // Where what comes next begins: the next chapter, or the first with a greater name.
    let next = match here {
        Some(index) => starts.get(index + 1).copied(),
        None => starts.iter().copied().find(|start| directory(*start).is_some_and(|other| other > chapter)),
    };
    let (before, after) = lines.split_at(next.unwrap_or(lines.len()));
    let mut parts = vec![before.join("\n").trim_end().to_owned()];
    if here.is_none() {
        let title = title(chapter);
        parts.push(format!("[[chapter]]\ndirectory = \"{chapter}\"\ntitle = \"{title}\""));
    }
    parts.push(entry.trim().to_owned());
    parts.push(after.join("\n").trim_end().to_owned());
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n") + "\n"
}

/// A title for a chapter, of the name of its folder: `Shared state` for `02_shared_state`.
fn title(chapter: &str) -> String {
    let words = chapter.trim_start_matches(|character: char| character.is_ascii_digit() || character == '_');
    let mut letters = words.replace('_', " ").chars().collect::<Vec<_>>();
    if let Some(first) = letters.first_mut() {
        first.make_ascii_uppercase();
    }
    letters.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const INFO: &str = "title = \"t\"\n\n[[chapter]]\ndirectory = \"01_a\"\ntitle = \"A\"\n\n[[chapter.exercise]]\nname = \"one\"\n\n[[chapter]]\ndirectory = \"03_c\"\ntitle = \"C\"\n\n[[chapter.exercise]]\nname = \"three\"\n";

    #[test]
    fn an_exercise_comes_last_in_its_chapter_and_a_chapter_where_its_name_belongs() {
        let entry = "[[chapter.exercise]]\nname = \"new\"\n";
        let names = |chapter: &str| -> Vec<String> {
            let text = with_exercise(INFO, chapter, entry);
            let quoted = text.lines().filter(|line| line.starts_with("name") || line.starts_with("directory"));
            quoted.map(|line| line.split('"').nth(1).unwrap().to_owned()).collect()
        };
        assert_eq!(names("01_a"), ["01_a", "one", "new", "03_c", "three"]);
        assert_eq!(names("03_c"), ["01_a", "one", "03_c", "three", "new"]);
        assert_eq!(names("02_b"), ["01_a", "one", "02_b", "new", "03_c", "three"]);
        assert_eq!(names("04_d"), ["01_a", "one", "03_c", "three", "04_d", "new"]);
    }

    #[test]
    fn a_chapter_has_a_title() {
        assert_eq!(title("02_shared_state"), "Shared state");
        assert_eq!(title("02"), "");
    }
}
