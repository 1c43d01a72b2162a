//! A small course for tests.

use std::fs;
use std::path::Path;

use threadlings_report::{Interleaving, Lane, Place, Step};

use crate::course::{Chapter, Course, Exercise, Lines};
use crate::verdict::Judge;

/// Two chapters with two exercises each. Nothing is on disk.
pub(crate) fn course() -> Course {
    course_in(Path::new("/course"))
}

/// The same with its starters and answers in a folder.
pub(crate) fn course_on_disk() -> (tempfile::TempDir, Course) {
    let folder = tempfile::tempdir().unwrap();
    let course = course_in(folder.path());
    for exercise in course.exercises() {
        let starter = format!("// starter of {}\n", exercise.name);
        for file in [course.starter(exercise), course.answer(exercise)] {
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, &starter).unwrap();
        }
    }
    (folder, course)
}

/// An exercise of the first chapter.
pub(crate) fn exercise(name: &str) -> Exercise {
    Exercise {
        name: name.into(),
        chapter: "01_threads".into(),
        formerly: Vec::new(),
        judges: vec![Judge::Schedules],
        points: 10,
        starter: "jobs_run_at_the_same_time: deadlock".into(),
        hints: vec![
            "What does `join` wait for?\nAnd when is it called?".into(),
            "Spawn all of them before you join the first.".into(),
            "Collect the handles:\n\n    let handles: Vec<_> = ...".into(),
        ],
        why: "All threads were started before the first join.".into(),
        crates: Vec::new(),
        forbidden: Vec::new(),
        unsafe_code: false,
        seconds: 5,
        executions: 1000,
        lines: Lines::default(),
    }
}

/// An execution of so many steps, by two threads in turns, on the lines 2, 3, 4 and so on.
pub(crate) fn interleaving(steps: u32) -> Interleaving {
    let step = |number: u32| Step {
        lane: number as usize % 2,
        place: Some(Place { line: number + 2, column: 5 }),
        operation: "load".into(),
        read: Some(number.to_string()),
        ..Step::default()
    };
    Interleaving {
        lanes: ["main", "thread 1"].map(|name| Lane { name: name.into() }).into(),
        steps: (0..steps).map(step).collect(),
        ..Interleaving::default()
    }
}

fn course_in(root: &Path) -> Course {
    let chapter = |directory: &str, title: &str, names: [&str; 2]| Chapter {
        directory: directory.into(),
        title: title.into(),
        exercises: names.map(|name| Exercise { chapter: directory.into(), ..exercise(name) }).into(),
    };
    Course {
        root: root.to_owned(),
        home: root.to_owned(),
        title: "threadlings".into(),
        welcome: "Welcome. You edit a file in your own editor; every save is judged.".into(),
        farewell: "Go and build something that never hangs.".into(),
        learners: true,
        hidden: "checker/hidden".into(),
        chapters: vec![
            chapter("01_threads", "Threads", ["spawn_and_join", "move_into_thread"]),
            chapter("02_locks", "Locks", ["mutex_counter", "lock_ordering"]),
        ],
    }
}
