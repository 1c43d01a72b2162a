use std::fs::{self, File};
use std::io::Write;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

use threadlings::course::Course;

use super::*;

fn wanted() -> Wanted {
    Wanted::all(&Course::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")).unwrap())
}

fn write(path: &Path, bytes: &[u8]) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

fn submission(folder: &Path, form: Form) -> Result<Submission, Unreadable> {
    read(&Entry { student: "s".into(), path: folder.to_owned(), form }, &wanted())
}

fn zip(path: &Path, files: &[(&str, &[u8])]) {
    let mut archive = zip::ZipWriter::new(File::create(path).unwrap());
    for (name, bytes) in files {
        archive.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap();
}

fn tar_gz(path: &Path, fill: impl FnOnce(&mut tar::Builder<flate2::write::GzEncoder<File>>)) {
    let file = flate2::write::GzEncoder::new(File::create(path).unwrap(), flate2::Compression::default());
    let mut archive = tar::Builder::new(file);
    fill(&mut archive);
    archive.into_inner().unwrap().finish().unwrap();
}

fn header(size: u64) -> tar::Header {
    let mut header = tar::Header::new_gnu();
    header.set_size(size);
    header.set_mode(0o644);
    header
}

#[test]
fn answers_are_found_in_the_layout_of_the_course_and_flat() {
    let folder = tempfile::tempdir().unwrap();
    write(&folder.path().join("my clone/exercises/01_threads/spawn_and_join.rs"), b"course");
    write(&folder.path().join("mutex_counter.rs"), b"flat");
    write(&folder.path().join("my clone/solutions/02_shared_state/mutex_counter.rs"), b"not theirs");
    write(&folder.path().join("my clone/exercises/build.rs"), b"fn main() {}");
    let submission = submission(folder.path(), Form::Folder).unwrap();
    let answers: Vec<_> =
        submission.answers.iter().map(|(name, answer)| (&**name, answer.text.clone().unwrap())).collect();
    assert_eq!(answers, [("mutex_counter", "flat".to_owned()), ("spawn_and_join", "course".to_owned())]);
    assert_eq!(submission.notes, Vec::<String>::new());
}

#[test]
fn the_layout_of_the_course_comes_before_a_flat_file_and_both_are_told() {
    let folder = tempfile::tempdir().unwrap();
    write(&folder.path().join("a/mutex_counter.rs"), b"old copy");
    write(&folder.path().join("exercises/02_shared_state/mutex_counter.rs"), b"answer");
    let submission = submission(folder.path(), Form::Folder).unwrap();
    assert_eq!(submission.answers["mutex_counter"].text, Ok("answer".into()));
    let note = "a/mutex_counter.rs: not looked at, because exercises/02_shared_state/mutex_counter.rs is taken for mutex_counter";
    assert_eq!(submission.notes, [note]);
}

#[test]
fn what_is_no_text_is_told_and_the_rest_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    write(&at("spawn_and_join.rs"), b"fn a() {}\n\xff");
    write(&at("mutex_counter.rs"), b"fn a() {}\n\0");
    std::os::unix::fs::symlink("/etc/passwd", at("share_with_arc.rs")).unwrap();
    assert!(std::process::Command::new("mkfifo").arg(at("lock_ordering.rs")).status().unwrap().success());
    fs::create_dir(at("weak_observers.rs")).unwrap();
    let sparse = File::create(at("lost_wakeup.rs")).unwrap();
    sparse.set_len(1 << 30).unwrap();
    write(&at("named_workers.rs"), b"fine");
    write(&at("results_in_order.rs"), b" \r\n");
    let submission = submission(folder.path(), Form::Folder).unwrap();
    assert_eq!(submission.answers["named_workers"].text, Ok("fine".into()));
    assert_eq!(
        submission.notes,
        [
            "lock_ordering.rs: is a named pipe and not a regular file",
            "lost_wakeup.rs: has 1073741824 bytes; an answer has at most 262144",
            "mutex_counter.rs: holds a NUL character (line 2)",
            "results_in_order.rs: is empty",
            "share_with_arc.rs: is a symbolic link and not a regular file",
            "spawn_and_join.rs: is not valid UTF-8 (line 2)",
            "weak_observers.rs: is a folder and not a regular file",
        ]
    );
}

#[test]
fn folders_behind_links_are_not_entered() {
    let (outside, folder) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    write(&outside.path().join("mutex_counter.rs"), b"somebody else's");
    std::os::unix::fs::symlink(outside.path(), folder.path().join("exercises")).unwrap();
    let submission = submission(folder.path(), Form::Folder).unwrap();
    assert!(submission.answers.is_empty());
    assert_eq!(submission.notes, ["holds no file that is named after an exercise"]);
}

#[test]
fn a_zip_is_read_and_what_climbs_out_of_it_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("s.zip");
    zip(&path, &[("top/exercises/02_shared_state/mutex_counter.rs", b"answer"), ("../../spawn_and_join.rs", b"evil")]);
    let submission = submission(&path, Form::Zip).unwrap();
    assert_eq!(submission.answers.len(), 1);
    assert_eq!(submission.answers["mutex_counter"].text, Ok("answer".into()));
    assert_eq!(submission.notes, ["../../spawn_and_join.rs: not looked at, because it points out of the archive"]);
}

#[test]
fn a_zip_bomb_is_not_unpacked() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("s.zip");
    zip(&path, &[("mutex_counter.rs", &vec![b' '; 50 << 20]), ("spawn_and_join.rs", b"answer")]);
    let submission = submission(&path, Form::Zip).unwrap();
    assert_eq!(submission.answers["mutex_counter"].text, Err(Problem::TooLarge(50 << 20)));
    assert_eq!(submission.answers["spawn_and_join"].text, Ok("answer".into()));
}

#[test]
fn a_truncated_zip_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("s.zip");
    zip(&path, &[("mutex_counter.rs", b"answer")]);
    let bytes = fs::read(&path).unwrap();
    fs::write(&path, &bytes[..bytes.len() / 2]).unwrap();
    let error = submission(&path, Form::Zip).unwrap_err().to_string();
    assert!(error.contains("s.zip: is not a whole zip archive"), "{error}");
}

#[test]
fn a_tar_gz_is_read_and_its_links_are_not_followed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("s.tar.gz");
    tar_gz(&path, |archive| {
        archive.append_data(&mut header(6), "top/mutex_counter.rs", &b"answer"[..]).unwrap();
        let mut link = header(0);
        link.set_entry_type(tar::EntryType::Symlink);
        archive.append_link(&mut link, "top/spawn_and_join.rs", "/etc/passwd").unwrap();
    });
    let submission = submission(&path, Form::TarGz).unwrap();
    assert_eq!(submission.answers["mutex_counter"].text, Ok("answer".into()));
    assert_eq!(submission.notes, ["top/spawn_and_join.rs: is a symbolic link and not a regular file"]);
}

#[test]
fn a_tar_gz_that_unpacks_without_end_is_given_up() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("s.tar.gz");
    tar_gz(&path, |archive| {
        let size = 80 << 20;
        archive.append_data(&mut header(size), "filler", std::io::Read::take(std::io::repeat(b' '), size)).unwrap();
        archive.append_data(&mut header(6), "mutex_counter.rs", &b"answer"[..]).unwrap();
    });
    let error = submission(&path, Form::TarGz).unwrap_err().to_string();
    assert!(error.contains("it unpacks to more than"), "{error}");
}

#[test]
fn a_class_is_listed_with_what_does_not_belong_there() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    for name in ["Bob", "bob", "dave", "=1+1, \"x\"", "<b>eve"] {
        fs::create_dir(at(name)).unwrap();
    }
    for name in ["carol.tar.gz", "dave.zip", "notes.txt", "old.rar", ".DS_Store"] {
        fs::write(at(name), "").unwrap();
    }
    fs::create_dir(folder.path().join(std::ffi::OsStr::from_bytes(b"mal\xffory"))).unwrap();
    std::os::unix::fs::symlink("/etc", at("link")).unwrap();
    let class = class(folder.path()).unwrap();
    let students: Vec<&str> = class.entries.iter().map(|entry| &*entry.student).collect();
    assert_eq!(students, ["<b>eve", "=1+1, \"x\"", "Bob", "bob", "carol", "dave", "link", "mal\\xffory"]);
    assert_eq!(class.entries[5].form, Form::Folder);
    assert_eq!(
        class.notes,
        [
            "dave has handed in twice: dave is graded, dave.zip is not. Remove the wrong one.",
            "notes.txt: nobody's submission. A submission is a folder, a .zip or a .tar.gz named after the student.",
            "old.rar: such archives are not opened. Repack it as .zip or .tar.gz, or unpack it to a folder.",
            "Bob and bob differ only in case; each is graded as a student of their own",
        ]
    );
    let error = read(&class.entries[6], &wanted()).unwrap_err().to_string();
    assert!(error.contains("a symbolic link is not followed or opened"), "{error}");
}
