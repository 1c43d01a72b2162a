//! The list of exercises at the end of a chapter's text, which the tool keeps.

use super::{Notes, Rule, words};
use crate::course::{Chapter, Course};

/// The title of the list's section, which is the last one.
const TITLE: &str = "## Exercises";

/// The list as it should be: a line for each exercise with the title in its header.
pub fn section(course: &Course, chapter: &Chapter) -> String {
    let mut text = format!("{TITLE}\n\n");
    for (number, exercise) in (1..).zip(&chapter.exercises) {
        let starter = std::fs::read_to_string(course.starter(exercise)).unwrap_or_default();
        let title = words::title(&starter).unwrap_or_default();
        let file = exercise.file();
        text += &format!("{number}. [`{}`]({file}): {title}\n", exercise.name);
    }
    text
}

/// The text of a chapter with the list as it should be.
pub fn updated(text: &str, section: &str) -> String {
    let body = match start(text) {
        Some(start) => &text[..start],
        None => text,
    };
    match body.trim_end() {
        "" => section.to_owned(),
        body => format!("{body}\n\n{section}"),
    }
}

/// Where the section begins.
fn start(text: &str) -> Option<usize> {
    let at = |(index, _): (usize, &str)| index == 0 || text[..index].ends_with('\n');
    text.match_indices(&format!("{TITLE}\n")).find(|found| at(*found)).map(|(index, _)| index)
}

pub(super) fn check(notes: &mut Notes<'_>) {
    let course = notes.course;
    for chapter in &course.chapters {
        let file = readme(course, chapter);
        let Some(text) = notes.text(&file) else { continue };
        let updated = updated(&text, &section(course, chapter));
        if text != updated {
            let line = text.lines().zip(updated.lines()).take_while(|(one, other)| one == other).count() + 1;
            let message = "the list of exercises is not up to date; `threadlings dev check --fix` writes it.";
            notes.add(&file, line, Rule::Readme, message);
        }
    }
}

/// The text of a chapter.
pub fn readme(course: &Course, chapter: &Chapter) -> std::path::PathBuf {
    course.root.join("exercises").join(&chapter.directory).join("README.md")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::watch::sample;

    #[test]
    fn the_list_is_the_last_section() {
        let list = "## Exercises\n\n1. [`a`](a.rs): A\n";
        assert_eq!(updated("# Threads\n\nWords.\n", list), format!("# Threads\n\nWords.\n\n{list}"));
        assert_eq!(updated("# Threads\n\n## Exercises\n\n1. old\n", list), format!("# Threads\n\n{list}"));
        assert_eq!(updated("### Exercises\n", list), format!("### Exercises\n\n{list}"));
        assert_eq!(updated("", list), list);
        let once = updated("# Threads\n", list);
        assert_eq!(updated(&once, list), once);
    }

    #[test]
    fn exercises_are_listed_in_order_with_their_titles() {
        let (_folder, course) = sample::course_on_disk();
        let exercise = course.exercise("move_into_thread").unwrap();
        std::fs::write(course.starter(exercise), "//! # Give it away\n").unwrap();
        let section = section(&course, &course.chapters[0]);
        let lines =
            "1. [`spawn_and_join`](spawn_and_join.rs): \n2. [`move_into_thread`](move_into_thread.rs): Give it away\n";
        assert_eq!(section, format!("## Exercises\n\n{lines}"));
    }
}
