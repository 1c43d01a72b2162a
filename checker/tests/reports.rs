//! What a learner reads who has changed nothing yet, and who has solved the exercise: every report, word for word.

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
