//! `threadlings doctor`: whether this machine and this folder are fit, and how to mend what is not.

use std::env;
use std::fs;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use notify::{RecursiveMode, Watcher};
use ratatui::crossterm::terminal;
use ratatui::style::Stylize;
use ratatui::text::{Line, Span, Text};
use rustix::fs::statvfs;

use super::print;
use crate::course::Course;
use crate::exit::{Exit, Stop};
use crate::installed;
use crate::judge::Workshop;
use crate::progress;

/// One thing that was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Check {
    what: &'static str,
    state: State,
    /// What was found.
    found: String,
    /// What to do about it, if there is something.
    remedy: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// As it should be.
    Fit,
    /// Something is missing that not everybody needs.
    Limited,
    /// Nothing can be judged.
    Unfit,
}

impl Check {
    fn fit(what: &'static str, found: impl Into<String>) -> Self {
        Check { what, state: State::Fit, found: found.into(), remedy: String::new() }
    }

    fn limited(what: &'static str, found: impl Into<String>, remedy: impl Into<String>) -> Self {
        Check { what, state: State::Limited, found: found.into(), remedy: remedy.into() }
    }

    fn unfit(what: &'static str, found: impl Into<String>, remedy: impl Into<String>) -> Self {
        Check { what, state: State::Unfit, found: found.into(), remedy: remedy.into() }
    }
}

/// Looks at everything and prints what it has found.
///
/// # Errors
/// If standard output cannot be written.
pub fn run(course: anyhow::Result<Course>) -> anyhow::Result<Exit> {
    let checks = examine(course);
    print::out(&print::paint(&shown(&checks, print::width())))?;
    let is_unfit = checks.iter().any(|check| check.state == State::Unfit);
    Ok(if is_unfit { Exit::Environment } else { Exit::Success })
}

fn examine(course: anyhow::Result<Course>) -> Vec<Check> {
    let mut checks = Vec::new();
    let here = env::current_dir().unwrap_or_default();
    // Without a course there is still the one that the program brings along.
    let (is_found, course) = match course {
        Ok(course) => {
            let found =
                format!("{}, {} exercises in {}", course.title, course.exercises().count(), course.root.display());
            checks.push(Check::fit("course", found));
            (true, Ok(course))
        }
        Err(error) => {
            checks.push(Check::limited("course", format!("{error:#}"), ""));
            let brought = || Ok::<_, anyhow::Error>(Course::read_apart(&installed::home()?, &here)?);
            (false, brought())
        }
    };
    let workshop = match &course {
        Ok(course) => Workshop::open(course),
        Err(error) => {
            checks.push(Check::unfit("course", format!("{error:#}"), ""));
            return checks;
        }
    };
    checks.extend(toolchain(&workshop));
    if let (true, Ok(course)) = (is_found, &course) {
        checks.push(writable("answers", &course.root.join("exercises"), "Answers are saved there: make it writable."));
        checks.push(writable("progress", &progress::folder(course), "Progress is kept there: make it writable."));
    }
    let remedy = "The judges are built there: make it writable, or set THREADLINGS_JUDGES to another folder.";
    checks.push(writable("judges", workshop.directory(), remedy));
    checks.push(space(workshop.directory()));
    checks.push(watcher(if is_found { course.as_ref().map_or(&here, |course| &course.root) } else { &here }));
    checks.push(terminal());
    checks.push(sandbox());
    checks
}

/// rustc, what else belongs to it, and whether a program can be linked and started.
fn toolchain(workshop: &Workshop) -> Vec<Check> {
    let sysroot = match workshop.toolchain() {
        Ok(sysroot) => sysroot,
        // It says what to do.
        Err(Stop { message, .. }) => return vec![Check::unfit("toolchain", message, "")],
    };
    let mut checks = vec![Check::fit("toolchain", sysroot.display().to_string())];
    let missing: Vec<&str> = ["rustfmt", "clippy-driver"]
        .into_iter()
        .filter(|name| !sysroot.join("bin").join(name).is_file())
        .map(|name| name.trim_end_matches("-driver"))
        .collect();
    checks.push(match missing.is_empty() {
        true => Check::fit("components", "rustfmt and clippy"),
        false => {
            let remedy = format!("Only authors need it: rustup component add {}", missing.join(" "));
            Check::limited("components", format!("no {}", missing.join(" and no ")), remedy)
        }
    });
    checks.push(match link(&sysroot.join("bin").join("rustc")) {
        Ok(()) => Check::fit("linker", "links a program that runs"),
        Err(problem) => {
            let remedy =
                "Install a C compiler: build-essential (Debian, Ubuntu), gcc (Fedora), xcode-select --install (macOS).";
            Check::unfit("linker", problem, remedy)
        }
    });
    checks
}

fn link(rustc: &Path) -> Result<(), String> {
    let folder = tempfile::tempdir().map_err(|error| format!("no temporary folder: {error}"))?;
    let program = folder.path().join("program");
    fs::write(folder.path().join("program.rs"), "fn main() {}").map_err(|error| error.to_string())?;
    let call = |command: &mut Command| {
        let output = command.current_dir(folder.path()).stdin(Stdio::null()).output();
        let output =
            output.map_err(|error| format!("{} cannot be started: {error}", command.get_program().display()))?;
        let said = String::from_utf8_lossy(&output.stderr);
        let first = said.lines().find(|line| !line.trim().is_empty()).unwrap_or("it says nothing").to_owned();
        if output.status.success() { Ok(()) } else { Err(first) }
    };
    call(Command::new(rustc).args(["--edition=2024", "program.rs"]))?;
    call(&mut Command::new(program))
}

/// Whether files can be made there; what is not there must be possible to make.
fn writable(what: &'static str, folder: &Path, remedy: &str) -> Check {
    let existing = existing(folder);
    match tempfile::Builder::new().prefix(".threadlings-").tempfile_in(&existing) {
        Ok(_) => Check::fit(what, folder.display().to_string()),
        Err(error) => Check::unfit(what, format!("{} cannot be written: {error}", existing.display()), remedy),
    }
}

/// The folder itself, or the nearest above it that exists.
fn existing(folder: &Path) -> PathBuf {
    folder.ancestors().find(|folder| folder.is_dir()).unwrap_or(Path::new("/")).to_owned()
}

/// Bytes that the judges take, roughly.
const NEEDED: u64 = 1 << 30;

fn space(folder: &Path) -> Check {
    let free = statvfs(existing(folder)).map(|found| found.f_bavail.saturating_mul(found.f_frsize));
    match free {
        Ok(free) if free < NEEDED => {
            let remedy = "The judges take up to 1 GiB: make room, or set THREADLINGS_JUDGES to a folder elsewhere.";
            Check::limited("space", format!("{} MiB free for the judges", free >> 20), remedy)
        }
        Ok(free) => Check::fit("space", format!("{} GiB free for the judges", free >> 30)),
        Err(error) => Check::limited("space", format!("cannot be told: {error}"), ""),
    }
}

/// How long a change may take to be noticed.
const NOTICED: Duration = Duration::from_secs(3);

/// Whether a change to a file is noticed. The folder is looked at because it depends on its file system.
fn watcher(folder: &Path) -> Check {
    let noticed = || -> notify::Result<bool> {
        let folder = tempfile::Builder::new().prefix(".threadlings-").tempdir_in(folder)?;
        let (sender, events) = mpsc::channel();
        let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
            let _ = sender.send(event.is_ok());
        })?;
        watcher.watch(folder.path(), RecursiveMode::Recursive)?;
        fs::write(folder.path().join("saved.rs"), "")?;
        Ok(events.recv_timeout(NOTICED).unwrap_or(false))
    };
    let by_itself = "Watch mode looks at the file by itself from time to time; r judges at once.";
    match noticed() {
        Ok(true) => Check::fit("watcher", "notices a saved file"),
        Ok(false) => Check::limited("watcher", "notices nothing here, as on some network file systems", by_itself),
        Err(error) => {
            let remedy = format!("On Linux: sudo sysctl fs.inotify.max_user_watches=524288. {by_itself}");
            Check::limited("watcher", error.to_string(), remedy)
        }
    }
}

fn terminal() -> Check {
    let name = env::var("TERM").unwrap_or_default();
    let text =
        ["LC_ALL", "LC_CTYPE", "LANG"].iter().filter_map(|name| env::var(name).ok()).find(|value| !value.is_empty());
    let is_utf8 = text.as_ref().is_some_and(|text| text.to_uppercase().replace('-', "").contains("UTF8"));
    if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
        let remedy = "Watch mode needs one; `threadlings run` does not.";
        return Check::limited("terminal", "there is none", remedy);
    }
    if name.is_empty() || name == "dumb" {
        return Check::limited("terminal", format!("TERM is `{name}`"), "Watch mode needs a terminal that can draw.");
    }
    let (columns, rows) = terminal::size().unwrap_or_default();
    let found = format!("{name}, {columns} columns, {rows} rows");
    if columns < 80 || rows < 24 {
        return Check::limited(
            "terminal",
            found,
            "Reports are made for 80 columns and 24 rows: make the window larger.",
        );
    }
    if !is_utf8 && cfg!(target_os = "linux") {
        let text = text.unwrap_or_default();
        let remedy = "If lines and arrows look broken: export LANG=C.UTF-8";
        return Check::limited("terminal", format!("{found}, language `{text}`"), remedy);
    }
    Check::fit("terminal", found)
}

/// What `threadlings grade` shuts the code of strangers in with.
fn sandbox() -> Check {
    let remedy = "Only `threadlings grade` needs it, for code that you do not trust.";
    if !cfg!(target_os = "linux") {
        return Check::limited("sandbox", "there is none on this system", format!("{remedy} Grade on Linux."));
    }
    let modules = fs::read_to_string("/sys/kernel/security/lsm").ok();
    let release = fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default();
    let has_filters = Path::new("/proc/sys/kernel/seccomp/actions_avail").exists();
    sandbox_of(modules.as_deref(), &release, has_filters, remedy)
}

fn sandbox_of(modules: Option<&str>, release: &str, has_filters: bool, remedy: &str) -> Check {
    let mut numbers = release.split(['.', '-']).map_while(|number| number.trim().parse::<u32>().ok());
    let version = (numbers.next().unwrap_or_default(), numbers.next().unwrap_or_default());
    // Where the list cannot be read, as in most containers, the kernel's age must do.
    let has_landlock =
        modules.map_or(version >= (5, 13), |modules| modules.split(',').any(|name| name.trim() == "landlock"));
    let missing: Vec<&str> = [("Landlock", has_landlock), ("seccomp", has_filters)]
        .iter()
        .filter(|(_, has)| !has)
        .map(|(name, _)| *name)
        .collect();
    match missing.is_empty() {
        true => Check::fit("sandbox", "Landlock and seccomp"),
        false => {
            let found = format!("the kernel ({}) has no {}", release.trim(), missing.join(" and no "));
            let more = "It comes with Linux 5.13 or newer, with `landlock` in the boot parameter lsm=.";
            Check::limited("sandbox", found, format!("{remedy} {more}"))
        }
    }
}

fn shown(checks: &[Check], width: u16) -> Text<'static> {
    let widest = checks.iter().map(|check| check.what.len()).max().unwrap_or_default();
    let room = usize::from(width).saturating_sub(widest + 4).max(20);
    let mut lines = Vec::new();
    for check in checks {
        let mark = match check.state {
            State::Fit => "✓ ".green().bold(),
            State::Limited => "! ".yellow().bold(),
            State::Unfit => "✗ ".red().bold(),
        };
        let mut title = Some(vec![mark, format!("{:widest$}  ", check.what).into()]);
        for text in [&check.found, &check.remedy] {
            for line in textwrap::wrap(text, room) {
                if line.is_empty() {
                    continue;
                }
                let mut spans = title.take().unwrap_or_else(|| vec![" ".repeat(widest + 4).into()]);
                spans.push(Span::from(line.into_owned()));
                lines.push(Line::from(spans));
            }
        }
    }
    lines.push(Line::default());
    let count = |state| checks.iter().filter(|check| check.state == state).count();
    lines.push(match (count(State::Unfit), count(State::Limited)) {
        (0, 0) => "✓ Everything is as it should be.".green().into(),
        (0, _) => "✓ Answers can be judged here; what is marked with ! is not needed for that.".green().into(),
        _ => "✗ Answers cannot be judged here before what is marked with ✗ is mended.".red().into(),
    });
    Text::from(lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_says_what_is_wrong_and_what_to_do() {
        let checks = [
            Check::fit("toolchain", "/home/me/.rustup/toolchains/1.95.0-x86_64-unknown-linux-gnu"),
            Check::unfit(
                "linker",
                "error: linker `cc` not found",
                "Install a C compiler: build-essential (Debian, Ubuntu), gcc (Fedora), xcode-select --install (macOS).",
            ),
            Check::limited("terminal", "TERM is `dumb`", "Watch mode needs a terminal that can draw."),
        ];
        insta::assert_snapshot!(shown(&checks, 80));
    }

    #[test]
    fn a_sandbox_needs_both_walls() {
        let state = |modules, release, filters| sandbox_of(modules, release, filters, "").state;
        assert_eq!(state(Some("capability,landlock,yama\n"), "5.10.0-8-amd64\n", true), State::Fit);
        assert_eq!(state(None, "6.18.3\n", true), State::Fit);
        assert_eq!(state(None, "5.10.0-8-amd64\n", true), State::Limited);
        assert_eq!(state(Some("capability,yama"), "6.18.3", true), State::Limited);
        assert_eq!(state(None, "6.18.3", false), State::Limited);
    }

    #[test]
    fn a_folder_that_is_not_there_yet_is_looked_at_by_the_one_above() {
        let folder = tempfile::tempdir().unwrap();
        let check = writable("judges", &folder.path().join("a/b"), "");
        assert_eq!(check.state, State::Fit);
        fs::write(folder.path().join("file"), "").unwrap();
        assert_eq!(existing(&folder.path().join("file/x")), folder.path());
    }

    #[test]
    fn a_saved_file_is_noticed() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(watcher(folder.path()), Check::fit("watcher", "notices a saved file"));
    }
}
