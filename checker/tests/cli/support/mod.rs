//! What the tests of the binary share: a copy of the course, and a terminal to watch it in.
#![allow(dead_code, unreachable_pub, reason = "`saves` is a crate of its own and uses a part of this")]

mod terminal;

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::Once;
use std::time::{Duration, Instant};

pub use terminal::Terminal;

/// A copy of the course in a folder of its own. It shares the judges that were built for the course itself.
///
/// What tests change is a copy: the exercises and the files at the top. The other chapters, solutions and sources are
/// links to those of the course, for they are two thousand files. New ones can be put beside them.
pub struct Clone {
    folder: tempfile::TempDir,
}

impl Clone {
    /// A fresh copy: nothing is solved.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let from = course();
        let to = |part: &str| folder.path().join(part);
        copy_folder(&from.join("exercises"), &to("exercises"));
        for part in ["solutions", "checker/hidden"] {
            fs::create_dir_all(to(part)).unwrap();
            for entry in entries(&from.join(part)) {
                symlink(&entry, to(part).join(entry.file_name().unwrap())).unwrap();
            }
        }
        for part in ["checker/harness", "checker/grade", "checker/src", "checker/trybuild"] {
            symlink(from.join(part), to(part)).unwrap();
        }
        for part in ["info.toml", "Cargo.toml", "Cargo.lock", "rust-toolchain.toml", "checker/Cargo.toml"] {
            fs::copy(from.join(part), to(part)).unwrap();
        }
        let clone = Clone { folder };
        // The answers of whoever runs the tests are none of the tests' business.
        for starter in clone.starters() {
            fs::copy(&starter, clone.answer_of(&starter)).unwrap();
        }
        clone
    }

    /// The folder.
    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    /// The path of an answer, or of whatever else lies in the course.
    pub fn path(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    /// What is in a file.
    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    /// Saves a file as an editor does that writes in place.
    pub fn save(&self, path: &str, text: &str) {
        let path = self.path(path);
        let folder = path.parent().unwrap().canonicalize().unwrap();
        assert!(folder.starts_with(self.root().canonicalize().unwrap()), "{} is the course's own", path.display());
        fs::write(path, text).unwrap();
    }

    /// The program, called in the copy. It has no terminal and no colours, and finds the judges.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = command(arguments);
        command.current_dir(self.root()).stdin(Stdio::inherit());
        command
    }

    /// Calls the program and gives what came of it.
    pub fn call(&self, arguments: &[&str]) -> Called {
        Called::from(self.command(arguments).output().unwrap())
    }

    /// Watches in a terminal of so many columns and rows.
    pub fn watch(&self, columns: u16, rows: u16) -> Terminal {
        prepare_judges();
        Terminal::start(BINARY, &[], self.root(), &[(JUDGES, &judges())], columns, rows)
    }

    /// Watches with these arguments and variables.
    pub fn watch_with(&self, arguments: &[&str], variables: &[(&str, &Path)], columns: u16, rows: u16) -> Terminal {
        prepare_judges();
        let judges = judges();
        let variables: Vec<(&str, &Path)> = variables.iter().copied().chain([(JUDGES, judges.as_path())]).collect();
        Terminal::start(BINARY, arguments, self.root(), &variables, columns, rows)
    }

    /// A shell in a terminal, with the program at hand as `$THREADLINGS`.
    pub fn shell(&self, columns: u16, rows: u16) -> Terminal {
        prepare_judges();
        let program = PathBuf::from(BINARY);
        let variables: [(&str, &Path); 3] =
            [(JUDGES, &judges()), ("THREADLINGS", &program), ("PS1", Path::new("shell> "))];
        Terminal::start("sh", &["-i"], self.root(), &variables, columns, rows)
    }

    fn starters(&self) -> Vec<PathBuf> {
        let hidden = self.path("checker/hidden");
        let chapters = entries(&hidden).into_iter().filter(|chapter| chapter.is_dir());
        let starters = chapters.flat_map(|chapter| entries(&chapter)).map(|exercise| exercise.join("starter.rs"));
        starters.filter(|starter| starter.is_file()).collect()
    }

    fn answer_of(&self, starter: &Path) -> PathBuf {
        let exercise = starter.parent().unwrap().strip_prefix(self.path("checker/hidden")).unwrap();
        self.path("exercises").join(exercise).with_extension("rs")
    }
}

/// The program, called in the course that these tests belong to, without colours. It finds the judges.
pub fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(BINARY);
    command.args(arguments).current_dir(course()).env(JUDGES, judges()).stdin(Stdio::null());
    for variable in ["NO_COLOR", "CLICOLOR_FORCE", "CLICOLOR"] {
        command.env_remove(variable);
    }
    command
}

/// What came of a call.
pub struct Called {
    /// The exit code, unless a signal ended the program.
    pub code: Option<i32>,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

impl From<Output> for Called {
    fn from(output: Output) -> Self {
        Called {
            code: output.status.code(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

const BINARY: &str = env!("CARGO_BIN_EXE_threadlings");
const JUDGES: &str = "THREADLINGS_JUDGES";

/// Builds the judges and all crates that exercises use, if they are not built yet: no test shall wait for that in front
/// of a screen, nor while another one judges with what is there.
pub fn prepare_judges() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let info: toml::Table = fs::read_to_string(course().join("info.toml")).unwrap().parse().unwrap();
        for chapter in info["chapter"].as_array().unwrap() {
            for exercise in chapter["exercise"].as_array().unwrap().iter().filter(|it| it.get("crates").is_some()) {
                let (directory, name) = (chapter["directory"].as_str().unwrap(), exercise["name"].as_str().unwrap());
                let solution = course().join(format!("solutions/{directory}/{name}.rs"));
                let called = Called::from(command(&["run", name, "--file"]).arg(solution).output().unwrap());
                assert_eq!(called.code, Some(0), "the judges cannot be built: {}{}", called.out, called.err);
            }
        }
    });
}

/// Where the checks of that process keep their files.
pub fn scratch_folders(checker: u32) -> Vec<PathBuf> {
    let prefix = format!("check-{checker}-");
    let is_its = |folder: &PathBuf| folder.file_name().unwrap().to_string_lossy().starts_with(&prefix);
    entries(&judges()).into_iter().filter(is_its).collect()
}

/// No process of a check is left, nor its files. The checker has ended.
pub fn assert_nothing_left(checker: u32) {
    assert!(scratch_folders(checker).is_empty(), "the check's files are left");
    let mark = format!("check-{checker}-");
    for process in fs::read_dir("/proc").into_iter().flatten().flatten() {
        // Processes come and go while we look.
        let command = fs::read(process.path().join("cmdline")).unwrap_or_default();
        let folder = fs::read_link(process.path().join("cwd")).unwrap_or_default();
        let shows = |text: &str| text.contains(&mark);
        assert!(!shows(&String::from_utf8_lossy(&command)), "an orphan: {}", String::from_utf8_lossy(&command));
        assert!(!shows(&folder.to_string_lossy()), "an orphan in {}", folder.display());
    }
    // Where an exercise has its folder, other tests have checkers at work, and kill them: only who stays is an orphan.
    let deadline = Instant::now() + Duration::from_secs(60);
    while let Some(folder) = orphan() {
        assert!(Instant::now() < deadline, "an orphan in {}", folder.display());
        std::thread::yield_now();
    }
}

/// Where a process works that has no parent any more but the system.
fn orphan() -> Option<PathBuf> {
    let saves = judges().join("saves");
    let processes = fs::read_dir("/proc").into_iter().flatten().flatten();
    processes.map(|process| process.path()).find_map(|process| {
        let folder = fs::read_link(process.join("cwd")).ok()?;
        (folder.starts_with(&saves) && parent(&process) == Some(1)).then_some(folder)
    })
}

/// Whether the checker has processes at work.
pub fn is_at_work(checker: u32) -> bool {
    let processes = fs::read_dir("/proc").into_iter().flatten().flatten();
    processes.map(|process| process.path()).any(|process| parent(&process) == Some(checker))
}

/// The parent of a process that lies there in `/proc`; none of one that has ended.
fn parent(process: &Path) -> Option<u32> {
    let status = fs::read_to_string(process.join("stat")).ok()?;
    let mut words = status.rsplit(") ").next()?.split(' ');
    if matches!(words.next()?, "Z" | "X") { None } else { words.next()?.parse().ok() }
}

/// Where the judges are built, with the verdicts that are kept.
pub fn judges() -> PathBuf {
    std::env::var_os(JUDGES).map_or_else(|| course().join("target/judges"), PathBuf::from)
}

/// The course that these tests belong to.
fn course() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// Copies a folder with all that is in it.
pub fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in entries(from) {
        let target = to.join(entry.file_name().unwrap());
        if entry.is_dir() {
            copy_folder(&entry, &target);
        } else {
            fs::copy(&entry, &target).unwrap();
        }
    }
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect()
}
