use super::*;
use crate::watch::sample::{self, exercise};

/// A store with a file of this content, if any, and what it gives.
fn load(content: Option<&[u8]>) -> (tempfile::TempDir, Store, Progress, Option<String>) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store { folder: folder.path().to_owned() };
    if let Some(content) = content {
        fs::write(store.file(), content).unwrap();
    }
    let (progress, warning) = store.load();
    (folder, store, progress, warning)
}

#[test]
fn what_is_written_is_read_again() {
    let (_folder, store, ..) = load(None);
    store.update(|progress| progress.solve(&exercise("one"))).unwrap();
    store.update(|progress| progress.show_hints(&exercise("two"), 2)).unwrap();
    let (progress, warning) = store.load();
    assert_eq!(warning, None);
    assert!(progress.solved(&exercise("one")));
    assert_eq!(progress.hints(&exercise("two")), 2);
}

#[test]
fn windows_line_ends_and_unknown_exercises_are_kept() {
    let text = "version = 1\r\ncurrent = \"two\"\r\n\r\n[exercises.from_elsewhere]\r\nsolved = true\r\n";
    let (_folder, store, _, warning) = load(Some(text.as_bytes()));
    assert_eq!(warning, None);
    let progress = store.update(|progress| progress.solve(&exercise("one"))).unwrap();
    assert!(progress.solved(&exercise("from_elsewhere")));
    assert!(fs::read_to_string(store.file()).unwrap().contains("[exercises.from_elsewhere]"));
}

#[test]
fn progress_made_under_a_former_name_counts() {
    let (_folder, _, progress, _) = load(Some(b"version = 1\n[exercises.old]\nsolved = true\nhints = 9\n"));
    let renamed = Exercise { formerly: vec!["old".into()], ..exercise("new") };
    assert!(progress.solved(&renamed));
    assert_eq!(progress.hints(&renamed), 3);
}

#[test]
fn broken_files_are_moved_aside_with_a_warning() {
    let broken: [&[u8]; 5] =
        [b"", b"version = 1\n[exercises.on", b"version = \"one\"", b"\xff\xfe", b"version = 1\nexercises = 3"];
    for content in broken {
        let (folder, store, progress, warning) = load(Some(content));
        assert!(progress.is_fresh());
        assert!(warning.unwrap().contains("progress.broken-1.toml"));
        assert_eq!(fs::read(folder.path().join("progress.broken-1.toml")).unwrap(), content);
        store.update(|progress| progress.solve(&exercise("one"))).unwrap();
        assert_eq!(store.load().1, None);
    }
}

#[test]
fn a_second_broken_file_does_not_replace_the_first() {
    let (folder, store, ..) = load(Some(b"first"));
    fs::write(store.file(), "second").unwrap();
    store.update(|progress| progress.solve(&exercise("one"))).unwrap();
    assert_eq!(fs::read(folder.path().join("progress.broken-1.toml")).unwrap(), b"first");
    assert_eq!(fs::read(folder.path().join("progress.broken-2.toml")).unwrap(), b"second");
}

#[test]
fn a_newer_file_is_left_alone() {
    let text = b"version = 2\nsomething = \"new\"\n";
    let (_folder, store, progress, warning) = load(Some(text));
    assert!(progress.is_fresh());
    assert!(warning.unwrap().contains("newer threadlings"));
    assert!(matches!(store.update(|progress| progress.solve(&exercise("one"))), Err(ProgressError::Newer(_))));
    assert_eq!(fs::read(store.file()).unwrap(), text);
}

#[test]
fn a_folder_that_cannot_be_made_is_an_error_with_a_remedy() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("taken"), "").unwrap();
    let store = Store { folder: folder.path().join("taken") };
    let error = store.update(|progress| progress.solve(&exercise("one"))).unwrap_err();
    assert!(error.to_string().contains("Make the folder writable"), "{error}");
}

#[test]
fn copies_that_run_at_once_lose_nothing() {
    let (_folder, store, ..) = load(None);
    std::thread::scope(|scope| {
        for copy in 0..4 {
            let store = &store;
            scope.spawn(move || {
                for number in 0..10 {
                    store.update(|progress| progress.solve(&exercise(&format!("e{copy}_{number}")))).unwrap();
                }
            });
        }
    });
    let (progress, _) = store.load();
    assert_eq!(progress.exercises.len(), 40);
}

#[test]
fn the_current_exercise_is_the_first_that_is_left_to_do() {
    let course = sample::course();
    // Opened last, solved, and where that leaves the learner.
    let cases: [(&str, &[&str], &str); 8] = [
        ("", &[], "spawn_and_join"),
        ("", &["spawn_and_join"], "move_into_thread"),
        ("mutex_counter", &[], "mutex_counter"),
        ("mutex_counter", &["mutex_counter"], "lock_ordering"),
        ("lock_ordering", &["lock_ordering"], "spawn_and_join"),
        ("lock_ordering", &["spawn_and_join", "lock_ordering"], "move_into_thread"),
        (
            "move_into_thread",
            &["spawn_and_join", "move_into_thread", "mutex_counter", "lock_ordering"],
            "move_into_thread",
        ),
        ("gone", &["spawn_and_join"], "move_into_thread"),
    ];
    for (last, solved, expected) in cases {
        let mut progress = Progress { current: Some(last.into()), ..Progress::default() };
        for name in solved {
            progress.solve(&exercise(name));
        }
        assert_eq!(progress.current(&course).name, expected, "last {last}, solved {solved:?}");
    }
}

#[test]
fn two_progresses_become_one_with_all_of_both() {
    let course = sample::course();
    let [one, two, three, _] = course.exercises().collect::<Vec<_>>()[..] else { unreachable!() };
    let (mut ours, mut theirs) = (Progress::default(), Progress::default());
    ours.solve(one);
    ours.show_hints(two, 2);
    ours.open(two);
    theirs.solve(two);
    theirs.show_hints(two, 1);
    theirs.open(three);
    let mut merged = ours.clone();
    merged.merge(&parse(&text(&theirs)).unwrap());
    assert_eq!([merged.solved(one), merged.solved(two), merged.solved(three)], [true, true, false]);
    assert_eq!(merged.hints(two), 2);
    assert_eq!(merged.current.as_deref(), Some("move_into_thread"));
    // Once more changes nothing, and in the other order the same is solved.
    let again = merged.clone();
    merged.merge(&theirs);
    assert_eq!(merged, again);
    theirs.merge(&ours);
    assert_eq!(theirs.exercises, merged.exercises);
}

#[test]
fn a_text_without_progress_is_told_apart_from_one_of_the_future() {
    assert_eq!(parse("version = 99"), Err(ParseError::Newer));
    assert!(matches!(parse("[exercises]"), Err(ParseError::Broken(problem)) if problem == "it has no version"));
    assert!(matches!(parse("version = 1\n[exercises.a]\nsolved = 3"), Err(ParseError::Broken(_))));
    assert!(matches!(parse("{\"pass\": true}"), Err(ParseError::Broken(_))));
}
