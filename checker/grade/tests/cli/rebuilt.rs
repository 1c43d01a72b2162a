//! cargo puts a new program in the place of one that still runs, which grades all the same: it is its own launcher.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;

#[test]
fn a_grader_that_was_replaced_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let [class, out, program] = ["class", "out", "threadlings-grade"].map(|name| folder.path().join(name));
    let course = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/tiny");
    // Judged natively, and by programs that the compiler must refuse.
    let answer = fs::read_to_string(course.join("solutions/01_start/shared_number.rs")).unwrap();
    fs::create_dir_all(class.join("ada")).unwrap();
    fs::write(class.join("ada/shared_number.rs"), answer).unwrap();

    fs::copy(env!("CARGO_BIN_EXE_threadlings-grade"), &program).unwrap();
    let clone = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut grade = Command::new(&program);
    grade.arg("grade").arg("--course").arg(&course).arg(&class).arg("--out").arg(&out);
    grade.args(["--only", "shared_number"]).current_dir(clone);
    let child = grade.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    fs::remove_file(&program).unwrap();

    let ended = child.wait_with_output().unwrap();
    assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
    let gradebook: Value = serde_json::from_slice(&fs::read(out.join("gradebook.json")).unwrap()).unwrap();
    assert_eq!(gradebook["students"][0]["results"][0]["outcome"]["is"], "pass", "{gradebook:#}");
}
