//! What a learner reads who has changed nothing yet, and who has solved the exercise, word for word; and a report of each
//! sort about wrong answers.

use std::path::Path;
use std::process::Command;

/// The output of `threadlings run` about that file, and its exit code.
fn report(exercise: &str, file: &Path) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_threadlings"))
        .args(["run", exercise, "--file"])
        .arg(file)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let code = output.status.code().unwrap();
    format!("exit code {code}\n\n{}", String::from_utf8(output.stdout).unwrap())
}

#[test]
fn reports_about_starters_and_solutions() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let hidden = root.join("checker/hidden");
    let mut exercises: Vec<_> = std::fs::read_dir(&hidden)
        .unwrap()
        .flat_map(|chapter| std::fs::read_dir(chapter.unwrap().path()).unwrap())
        .map(|exercise| exercise.unwrap().path())
        .collect();
    exercises.sort();
    for folder in exercises {
        let name = folder.file_name().unwrap().to_str().unwrap();
        let chapter = folder.parent().unwrap().file_name().unwrap();
        insta::assert_snapshot!(format!("{name}_starter"), report(name, &folder.join("starter.rs")));
        let solution = root.join("solutions").join(chapter).join(format!("{name}.rs"));
        insta::assert_snapshot!(format!("{name}_solution"), report(name, &solution));
    }
}

/// Wrong answers with a report that nobody else has.
const TELLING: &[(&str, &str, &str)] = &[
    ("01_threads", "move_into_thread", "demands_sync"),
    ("01_threads", "results_in_order", "locks_the_slots_while_working"),
    ("01_threads", "spawn_and_join", "joins_only_the_last_handle"),
    ("02_shared_state", "copy_on_write_config", "waits_for_the_readers"),
    ("02_shared_state", "mutex_counter", "atomic_for_each_player"),
    ("02_shared_state", "mutex_counter", "known_player_in_two_steps"),
    ("05_rwlock_and_statics", "readers_overlap", "reads_twice"),
    ("06_waiting", "deadline_not_timeout", "gives_up_without_a_last_look"),
    ("06_waiting", "lost_wakeup", "looks_only_once"),
    ("06_waiting", "lost_wakeup", "notifies_one"),
    ("06_waiting", "lost_wakeup", "polls_with_a_timeout"),
    ("06_waiting", "park_and_unpark", "sleeps_with_the_lock_in_hand"),
    ("06_waiting", "wait_in_a_loop", "spins_on_the_lock"),
    ("07_deadlocks", "bounded_cycle", "tries_again_and_again"),
    ("07_deadlocks", "dining_philosophers", "forgets_the_table_with_one_seat"),
    ("07_deadlocks", "join_while_holding", "joins_before_the_signal"),
    ("07_deadlocks", "join_while_holding", "waits_in_a_loop_under_the_lock"),
    ("08_atomics", "id_allocator", "adds_then_resets"),
    ("08_atomics", "id_allocator", "gives_up_when_another_is_faster"),
    ("08_atomics", "last_one_out", "release_only"),
    ("09_memory_ordering", "publish_once", "flag_before_the_value"),
    ("09_memory_ordering", "publish_once", "relaxed_pointer"),
];

#[test]
fn reports_about_wrong_answers() {
    let hidden = Path::new(env!("CARGO_MANIFEST_DIR")).join("hidden");
    for &(chapter, exercise, wrong) in TELLING {
        let file = hidden.join(chapter).join(exercise).join("wrong").join(format!("{wrong}.rs"));
        let report = report(exercise, &file);
        let (_, shown) = report.split_once("\n\n").unwrap();
        let columns = shown.lines().map(|line| line.chars().count()).max().unwrap();
        let rows = shown.lines().count();
        assert!(columns <= 80 && rows <= 24, "{exercise}, {wrong}: {columns} columns, {rows} rows");
        insta::assert_snapshot!(format!("{exercise}_{wrong}"), report);
    }
}
