//! What a learner reads who has changed nothing yet, and who has solved the exercise, word for word; and a report of each
//! sort about wrong answers.

use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::support::{Called, command, prepare_judges};

/// The output of `threadlings run` about that file, and its exit code.
fn report(exercise: &str, file: &Path) -> String {
    let called = Called::from(command(&["run", exercise, "--file"]).arg(file).output().unwrap());
    format!("exit code {}\n\n{}", called.code.unwrap(), called.out)
}

#[test]
fn reports_about_starters_and_solutions() {
    prepare_judges();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let hidden = root.join("checker/hidden");
    let exercises: Vec<PathBuf> = std::fs::read_dir(&hidden)
        .unwrap()
        .flat_map(|chapter| std::fs::read_dir(chapter.unwrap().path()).unwrap())
        .map(|exercise| exercise.unwrap().path())
        .collect();
    let mut reports: Vec<(String, String)> = exercises
        .par_iter()
        .flat_map(|folder| {
            let name = folder.file_name().unwrap().to_str().unwrap();
            let chapter = folder.parent().unwrap().file_name().unwrap();
            let solution = root.join("solutions").join(chapter).join(format!("{name}.rs"));
            let files = [("starter", folder.join("starter.rs")), ("solution", solution)];
            files.into_par_iter().map(move |(what, file)| (format!("{name}_{what}"), report(name, &file)))
        })
        .collect();
    reports.sort();
    for (name, report) in reports {
        screen!(format!("reports__{name}"), report);
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
    ("06_waiting", "semaphore_permits", "takes_one_that_is_not_there"),
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
    prepare_judges();
    let hidden = Path::new(env!("CARGO_MANIFEST_DIR")).join("hidden");
    let report = |&(chapter, exercise, wrong): &(&str, &str, &str)| {
        report(exercise, &hidden.join(chapter).join(exercise).join("wrong").join(format!("{wrong}.rs")))
    };
    let reports: Vec<String> = TELLING.par_iter().map(report).collect();
    for ((_, exercise, wrong), report) in TELLING.iter().zip(reports) {
        let (_, shown) = report.split_once("\n\n").unwrap();
        let columns = shown.lines().map(|line| line.chars().count()).max().unwrap();
        let rows = shown.lines().count();
        assert!(columns <= 80 && rows <= 24, "{exercise}, {wrong}: {columns} columns, {rows} rows");
        screen!(format!("reports__{exercise}_{wrong}"), report);
    }
}
