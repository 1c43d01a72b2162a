//! cargo puts a new program in the place of one that still runs, which judges all the same.

use std::path::Path;
use std::process::Stdio;

use crate::support::{self, Called, command, prepare_judges};

#[test]
fn a_program_that_was_replaced_judges_misuse() {
    prepare_judges();
    let folder = tempfile::tempdir().unwrap();
    let course = folder.path().join("course");
    support::copy_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tiny"), &course);

    let mut known = command(&["run", "shared_number", "--course"]);
    let program = folder.path().join("threadlings");
    std::fs::copy(known.get_program(), &program).unwrap();
    let mut replaced = std::process::Command::new(&program);
    replaced.args(known.get_args()).arg(&course).env("THREADLINGS_JUDGES", support::judges()).stdin(Stdio::null());
    let child = replaced.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    std::fs::write(folder.path().join("new"), "another program").unwrap();
    std::fs::rename(folder.path().join("new"), &program).unwrap();

    let called = Called::from(child.wait_with_output().unwrap());
    let expected = Called::from(known.arg(&course).output().unwrap());
    assert_eq!((called.code, &called.out), (Some(1), &expected.out), "{}", called.err);
    assert!(called.out.contains("a harmless program is refused with your code"), "{}", called.out);
}
