//! `threadlings verify`: the course proves itself.

use std::io::{self, IsTerminal, Write};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use colored::Colorize;

use super::print;
use crate::course::{Course, Exercise};
use crate::exit::Exit;
use crate::judge::{Cancel, Stage, Workshop};
use crate::report::text;
use crate::verify::{self, Difference, Item};

/// What to verify and how.
#[derive(Clone, Debug)]
pub struct VerifyOptions {
    /// Names of exercises; none means all.
    pub names: Vec<String>,
    /// How often to judge each file.
    pub repeat: u32,
    /// Whether to keep all cores busy meanwhile.
    pub load: bool,
    /// Whether to print JSON.
    pub json: bool,
}

/// Judges every file of the course that declares what must come out, and lists those where something else does.
///
/// # Errors
/// If a name is unknown, a file is missing, or the environment is unfit.
pub fn run(course: &Course, options: &VerifyOptions) -> anyhow::Result<Exit> {
    let exercises: Vec<&Exercise> = match options.names.is_empty() {
        true => course.exercises().collect(),
        false => options.names.iter().map(|name| super::named(course, name)).collect::<Result<_, _>>()?,
    };
    let items = verify::items(course, &exercises)?;
    let workshop = Workshop::open(course);
    let cancel = Cancel::new();
    super::end_on_signals(&cancel)?;
    workshop.prepare(&exercises, &cancel, &|stage| {
        if stage == Stage::Preparing {
            print::note("Building the judges. This happens once and takes about a minute.");
        }
    })?;

    let started = Instant::now();
    let progress = Progress::new(items.len());
    let judge = || verify::differences(course, &workshop, &items, options.repeat, &cancel, &|item| progress.done(item));
    let differences = if options.load { verify::under_load(judge) } else { judge() };
    progress.clear();
    let differences = differences?;

    if options.json {
        let value = serde_json::json!({
            "version": 1,
            "files": items.len(),
            "repeated": options.repeat,
            "differences": differences,
        });
        print::out(&format!("{value}\n"))?;
    } else {
        for difference in &differences {
            print::out(&shown(difference))?;
        }
        let seconds = started.elapsed().as_secs_f64();
        let summary = format!(
            "{} files judged{}, {} differ; {seconds:.1} s, {:.2} s a file",
            items.len(),
            if options.repeat > 1 { format!(" {} times", options.repeat) } else { String::new() },
            differences.len(),
            seconds / items.len() as f64,
        );
        let painted = match differences.is_empty() {
            true => format!("✓ {summary}").green(),
            false => format!("✗ {summary}").red(),
        };
        print::out(&format!("{painted}\n"))?;
    }
    Ok(if differences.is_empty() { Exit::Success } else { Exit::Failure })
}

fn shown(difference: &Difference) -> String {
    let report = difference
        .report
        .as_ref()
        .map_or_else(String::new, |report| print::paint(&text::render(report, print::width())));
    format!(
        "{} {}\n    expected  {}\n    found     {}\n{report}\n",
        "✗".red().bold(),
        difference.file.bold(),
        difference.expected,
        difference.found,
    )
}

/// One line on standard error that says how far it is, where somebody watches.
struct Progress {
    total: usize,
    done: AtomicUsize,
    watched: bool,
}

impl Progress {
    fn new(total: usize) -> Self {
        Progress { total, done: AtomicUsize::new(0), watched: io::stderr().is_terminal() }
    }

    fn done(&self, item: &Item<'_>) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        if self.watched {
            let file = item.file.file_name().unwrap_or_default().to_string_lossy();
            let line: String =
                format!("{done}/{} {} {file}", self.total, item.exercise.name).chars().take(79).collect();
            let _ = write!(io::stderr().lock(), "\r\x1b[K{line}");
        }
    }

    fn clear(&self) {
        if self.watched {
            let _ = write!(io::stderr().lock(), "\r\x1b[K");
        }
    }
}
