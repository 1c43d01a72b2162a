//! The program, called as `threadlings verify` calls it.

use std::fs;
use std::process::Command;

const PROGRAM: &str = env!("CARGO_BIN_EXE_threadlings-trybuild");

#[test]
fn what_rustc_has_said_is_left_where_there_are_errors() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    fs::create_dir(folder.path().join("misuse")).unwrap();
    write("misuse/well.rs", "fn main() {}\n");
    write("misuse/badly.rs", "fn main() { let x: u8 = true; }\n");
    write("Cargo.toml", "[package]\nname = \"exercise\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[workspace]\n");
    write("Cargo.lock", "");
    let rendered = "error[E0308]: mismatched types\\n --> misuse/badly.rs:1:25\\n  |\\n";
    let place = folder.path().join("misuse/badly.rs");
    let said = format!(
        "{{\"reason\":\"compiler-message\",\"target\":{{\"src_path\":{place:?}}},\"message\":{{\"level\":\"error\",\
         \"message\":\"mismatched types\",\"spans\":[],\"rendered\":\"{rendered}\"}}}}\n"
    );
    write("said", &said);
    let ended = Command::new(PROGRAM)
        .args(["misuse/well.rs", "misuse/badly.rs"])
        .current_dir(&folder)
        .env("CARGO", PROGRAM)
        .env("CARGO_MANIFEST_DIR", folder.path())
        .env("TRYBUILD", "wip")
        .env("THREADLINGS_SAID", folder.path().join("said"))
        .output()
        .unwrap();
    assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
    assert!(folder.path().join("done").is_file());
    let left = fs::read_to_string(folder.path().join("wip/badly.stderr")).unwrap();
    assert!(left.starts_with("error[E0308]: mismatched types"), "{left}");
    assert!(!folder.path().join("wip/well.stderr").exists());
}

#[test]
fn a_call_that_cannot_be_answered_fails() {
    let ended = Command::new(PROGRAM).arg("metadata").env_remove("CARGO_MANIFEST_DIR").output().unwrap();
    assert!(!ended.status.success());
    assert!(String::from_utf8_lossy(&ended.stderr).starts_with("CARGO_MANIFEST_DIR: "));
}
