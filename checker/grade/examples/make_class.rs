//! Makes up a class of twelve to try the grader on: `cargo run -p threadlings-grade --example make_class DIR`.
//!
//! DIR gets `submissions/`, `roster.csv`, `times.csv` and `policy.toml`. The answers are solutions, wrong answers,
//! alternatives and hostile files of this project; the names are such as no table, page or file system likes.

use std::fs::{self, File};
use std::io::Write;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Context;
use flate2::Compression;
use flate2::write::GzEncoder;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The exercises that this class was asked to solve.
const EXERCISES: [(&str, &str); 5] = [
    ("01_threads", "spawn_and_join"),
    ("01_threads", "results_in_order"),
    ("02_shared_state", "mutex_counter"),
    ("06_waiting", "lost_wakeup"),
    ("07_deadlocks", "lock_ordering"),
];

/// A file of a submission: its path, and what it holds.
type Content = (String, Vec<u8>);

fn main() -> anyhow::Result<()> {
    let folder = std::env::args_os().nth(1).context("say where: make_class DIR")?;
    let folder = PathBuf::from(folder);
    anyhow::ensure!(!folder.exists(), "{} is there already. Choose a folder that is not.", folder.display());
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).context("the course is gone")?;
    let course = Files { root: root.to_owned() };
    let submissions = folder.join("submissions");
    fs::create_dir_all(&submissions)?;
    hand_in(&course, &submissions)?;
    fs::write(folder.join("roster.csv"), roster()?)?;
    fs::write(folder.join("times.csv"), times()?)?;
    fs::write(folder.join("policy.toml"), POLICY)?;
    println!("12 students in {}. Grade them with", folder.display());
    println!("  cargo run -- grade {0}/submissions --out {0}/graded --roster {0}/roster.csv \\", folder.display());
    println!("      --times {0}/times.csv --policy {0}/policy.toml {1}", folder.display(), only());
    Ok(())
}

/// What to say so that only these exercises are graded.
fn only() -> String {
    EXERCISES.map(|(_, name)| format!("--only {name}")).join(" ")
}

/// The files of the course.
struct Files {
    root: PathBuf,
}

impl Files {
    fn solution(&self, exercise: usize) -> anyhow::Result<Content> {
        let (chapter, name) = EXERCISES[exercise];
        self.at(exercise, &format!("solutions/{chapter}/{name}.rs"))
    }

    fn starter(&self, exercise: usize) -> anyhow::Result<Content> {
        self.hidden(exercise, "starter.rs")
    }

    fn wrong(&self, exercise: usize, name: &str) -> anyhow::Result<Content> {
        self.hidden(exercise, &format!("wrong/{name}.rs"))
    }

    fn alternative(&self, exercise: usize, name: &str) -> anyhow::Result<Content> {
        self.hidden(exercise, &format!("alternatives/{name}.rs"))
    }

    fn hostile(&self, name: &str) -> anyhow::Result<Content> {
        self.at(0, &format!("checker/tests/hostile/{name}.rs"))
    }

    fn hidden(&self, exercise: usize, path: &str) -> anyhow::Result<Content> {
        let (chapter, name) = EXERCISES[exercise];
        self.at(exercise, &format!("checker/hidden/{chapter}/{name}/{path}"))
    }

    /// The file as the answer to that exercise, without what its author says about it.
    fn at(&self, exercise: usize, path: &str) -> anyhow::Result<Content> {
        let file = self.root.join(path);
        let text = fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))?;
        let is_told = |line: &str| line.starts_with("// exercise: ") || line.starts_with("// finding: ");
        let text: String = text.lines().filter(|line| !is_told(line)).flat_map(|line| [line, "\n"]).collect();
        Ok((in_the_course(exercise), text.into_bytes()))
    }
}

fn in_the_course(exercise: usize) -> String {
    let (chapter, name) = EXERCISES[exercise];
    format!("exercises/{chapter}/{name}.rs")
}

fn flat(content: Content) -> Content {
    let name = content.0.rsplit('/').next().unwrap_or_default().to_owned();
    (name, content.1)
}

/// The same answer under other names, as somebody hands it in who has copied it.
fn renamed(content: Content, names: &[(&str, &str)]) -> Content {
    let mut text = String::from("// All my own work.\n");
    text.push_str(&String::from_utf8_lossy(&content.1));
    for (from, to) in names {
        text = text.replace(from, to);
    }
    (content.0, text.into_bytes())
}

fn hand_in(course: &Files, to: &Path) -> anyhow::Result<()> {
    let all =
        |of: &dyn Fn(usize) -> anyhow::Result<Content>| (0..EXERCISES.len()).map(of).collect::<Result<Vec<_>, _>>();

    // Everything right, in the layout of the course, among files that are nobody's business.
    let mut files = all(&|exercise| course.solution(exercise))?;
    files.push(("exercises/Cargo.toml".into(), b"[package]\n".to_vec()));
    files.push(("checker/hidden/01_threads/spawn_and_join/tests.rs".into(), b"// no tests\n".to_vec()));
    folder(&to.join("ada"), files)?;

    // Nothing done. The name differs from the first only in case, which some file systems cannot keep apart.
    folder(&to.join("Ada"), all(&|exercise| course.starter(exercise))?)?;

    // Known misconceptions, flat by name.
    let wrong = [
        course.wrong(0, "joins_in_the_spawn_loop")?,
        course.wrong(1, "completion_order")?,
        course.wrong(2, "known_player_in_two_steps")?,
        course.wrong(3, "looks_only_once")?,
        course.wrong(4, "argument_order")?,
    ];
    folder(&to.join("bob"), wrong.into_iter().map(flat).collect())?;

    // Other right answers, and a name that a spreadsheet would work out.
    let right = [
        course.alternative(0, "scope")?,
        course.alternative(1, "index_over_a_channel")?,
        course.alternative(2, "actor_behind_a_channel")?,
        course.alternative(4, "order_by_address")?,
    ];
    folder(&to.join("=1+1"), right.into_iter().map(flat).collect())?;

    // One of these again, copied, with other names; in a zip whose own name has a comma and quotes.
    let copied = [
        course.wrong(0, "joins_in_the_spawn_loop")?,
        renamed(
            course.alternative(2, "actor_behind_a_channel")?,
            &[("sender", "tx"), ("receiver", "rx"), ("points", "score")],
        ),
        course.wrong(3, "spins")?,
    ];
    zip(&to.join("o'Neil, \"Q\".zip"), copied)?;

    // HTML in the name; does not compile, uses what it may not, and a file that is not text.
    let (path, _) = course.starter(0)?;
    let broken = vec![
        (path, b"pub fn run_all(jobs: Vec<Box<dyn FnOnce() + Send>>) {\n    jobs.spawn()\n}\n".to_vec()),
        (in_the_course(1), b"pub fn anything() {\n    unsafe { std::hint::unreachable_unchecked() }\n}\n".to_vec()),
        (in_the_course(2), b"// \xff\xfe is no UTF-8\n".to_vec()),
    ];
    folder(&to.join("<b>eve<"), broken)?;

    // Ends the process with success before a test has ended, prints results of its own, and never ends.
    let hostile = vec![
        course.hostile("prints_a_test_summary")?,
        (in_the_course(2), course.wrong(2, "locks_again_while_locked")?.1),
        (in_the_course(3), course.wrong(3, "polls_with_a_timeout")?.1),
    ];
    folder(&to.join("mallory"), hostile)?;

    // Arabic letters and an emoji, in a tar.gz; half of it solved.
    tar_gz(&to.join("شادي🎉.tar.gz"), [course.solution(0)?, course.solution(1)?, course.wrong(4, "locks_itself")?])?;

    // What is no file: a link, a pipe that nobody writes to, and a gigabyte of nothing.
    let trap = to.join("trap");
    folder(&trap, vec![course.solution(0)?])?;
    symlink("/etc/passwd", trap.join("mutex_counter.rs"))?;
    let pipe = Command::new("mkfifo").arg(trap.join("lost_wakeup.rs")).status().context("mkfifo cannot be started")?;
    anyhow::ensure!(pipe.success(), "no pipe can be made in {}", trap.display());
    File::create(trap.join("lock_ordering.rs"))?.set_len(1 << 30)?;

    // Half a zip, a zip that climbs out, and an empty folder. The twelfth is on the roster and handed in nothing.
    zip(&to.join("tim.zip"), [course.solution(0)?, course.solution(1)?])?;
    let whole = fs::read(to.join("tim.zip"))?;
    fs::write(to.join("tim.zip"), &whole[..whole.len() / 2])?;
    let (_, text) = course.solution(0)?;
    let climbs = ("../../../spawn_and_join.rs".to_owned(), text);
    zip(&to.join("zoe.zip"), [climbs, course.alternative(1, "handles_in_a_vec")?])?;
    Ok(())
}

fn folder(folder: &Path, files: Vec<Content>) -> anyhow::Result<()> {
    fs::create_dir_all(folder)?;
    for (path, content) in files {
        let file = folder.join(path);
        fs::create_dir_all(file.parent().unwrap_or(folder))?;
        fs::write(file, content)?;
    }
    Ok(())
}

fn zip(file: &Path, files: impl IntoIterator<Item = Content>) -> anyhow::Result<()> {
    let mut archive = ZipWriter::new(File::create(file)?);
    for (path, content) in files {
        archive.start_file(path, SimpleFileOptions::default())?;
        archive.write_all(&content)?;
    }
    archive.finish()?;
    Ok(())
}

fn tar_gz(file: &Path, files: impl IntoIterator<Item = Content>) -> anyhow::Result<()> {
    let mut archive = tar::Builder::new(GzEncoder::new(File::create(file)?, Compression::default()));
    for (path, content) in files {
        let mut header = tar::Header::new_gnu();
        header.set_size(content.len() as u64);
        header.set_mode(0o644);
        archive.append_data(&mut header, path, content.as_slice())?;
    }
    archive.into_inner()?.finish()?;
    Ok(())
}

/// Who is who; names as they are, and as they should not be.
fn roster() -> anyhow::Result<Vec<u8>> {
    let long = "Wolfeschlegelsteinhausenbergerdorff ".repeat(9);
    let students = [
        ("ada", "Lovelace, Ada"),
        ("Ada", "Yonath, \"Ada\""),
        ("bob", "Bob | `rm -rf` | Builder"),
        ("=1+1", "=1+1"),
        ("o'Neil, \"Q\"", "@SUM(1+9) O'Neil"),
        ("<b>eve<", "<script>alert('eve')</script>"),
        ("mallory", "::error::Mallory ##[group]"),
        ("شادي🎉", "\u{202e}شادي\u{202c} 🎉"),
        ("trap", &long[..300]),
        ("tim", "Tim\tBerners\u{1b}[31m-Lee"),
        ("zoe", "李 小龙"),
        ("nina", "Nina Nothing"),
    ];
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record(["student", "name", "email", "section"])?;
    for (index, (id, name)) in students.into_iter().enumerate() {
        let section = if index % 2 == 0 { "A" } else { "B" };
        table.write_record([id, name, &format!("student{}@example.org", index + 1), section])?;
    }
    Ok(table.into_inner()?)
}

/// When each handed in, as a learning platform exports it.
fn times() -> anyhow::Result<Vec<u8>> {
    let times = [
        ("ada", "2026-02-27 18:02"),
        ("Ada", "2026-03-01 23:50"),
        ("bob", "2026-03-02 00:10"),
        ("=1+1", "2026-03-03 09:00"),
        ("o'Neil, \"Q\"", "2026-03-02T03:30:00+02:00"),
        ("<b>eve<", "2026-03-01 20:00"),
        ("mallory", "2026-03-01 23:59"),
        ("شادي🎉", "2026-03-05 12:00"),
        ("trap", "2026-03-01 12:00"),
        ("tim", "2026-03-01 12:00"),
        ("zoe", "2026-03-01 12:00"),
        ("nina", ""),
    ];
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record(["student", "time"])?;
    for (student, time) in times {
        table.write_record([student, time])?;
    }
    Ok(table.into_inner()?)
}

const POLICY: &str = r#"# What this file says, the grader reads every time and never writes.

due = "2026-03-01 23:59"
grace = "15m"
late_per_day = 10
late_most = 50

[weights]
"06_waiting" = 2

[[extension]]
student = "شادي🎉"
days = 3
reason = "ill"

[[override]]
student = "tim"
exercise = "spawn_and_join"
points = 8
reason = "showed it to me: the upload was cut off"
"#;
