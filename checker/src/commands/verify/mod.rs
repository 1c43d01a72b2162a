//! `threadlings verify`: the course proves itself.

mod progress;

use std::time::Instant;

use super::companion::Companion;
use super::print;
use crate::cli::{Output, VerifyArguments};
use crate::course::Course;
use crate::exit::Exit;
use crate::judge::{Cancel, Demands, Stage, Workshop};
use crate::rules::{self, Scope};
use crate::verdict::Judge;
use crate::verify::{self, Judged, SCHEMA, Verification};
use progress::Progress;

/// trybuild, which must come to the same verdicts about misuse programs. Verifying does without where it is missing.
const TRYBUILD: Companion =
    Companion { package: "threadlings-trybuild", sources: "checker/trybuild", called: "the program for trybuild" };

/// Judges every file of the course that declares what must come out, and lists those where something else does.
///
/// # Errors
/// If a name is unknown, a file is missing, or the environment is unfit.
pub fn run(course: &Course, arguments: &VerifyArguments) -> anyhow::Result<Exit> {
    let exercises = super::selected(course, &arguments.names)?;
    let items = verify::items(course, &exercises)?;
    let total = items.len();
    let items = verify::share(items, arguments.partition);
    let asks_trybuild = exercises.iter().any(|exercise| exercise.judged_by(Judge::Misuse));
    let trybuild = if asks_trybuild { TRYBUILD.find(Some(&course.root))? } else { None };
    let workshop = Workshop::open(course).with_second_opinion(trybuild);
    let cancel = Cancel::new();
    super::end_on_signals(&cancel)?;
    workshop.prepare(&exercises, &cancel, &|stage| {
        if stage == Stage::Preparing {
            print::note("Building the judges. This happens once and takes about a minute.");
        }
    })?;

    let started = Instant::now();
    let scope = Scope::new(course, &exercises, arguments.partition);
    let problems = rules::check(&scope, &workshop, &cancel)?;
    let demands = Demands {
        times: arguments.repeat,
        side_by_side: false,
        remembered: arguments.repeat == 1 && !arguments.no_cache,
        ..Demands::default()
    };
    let progress = Progress::new(&items);
    let judge = || verify::judge(course, &workshop, &items, demands, &cancel, &|event, item| progress.on(event, item));
    let outcomes = if arguments.load { verify::under_load(judge) } else { judge() };
    let seconds = progress.finish();
    let files = items.iter().zip(outcomes?);
    let files = files.map(|(item, outcome)| {
        let seconds = seconds.get(&item.number).copied().unwrap_or_default();
        Judged::new(item, outcome, seconds.as_secs_f64())
    });
    let here = std::env::current_dir().unwrap_or_default();
    let verification = Verification {
        schema: SCHEMA.into(),
        course: course.title.clone(),
        folder: course.root.strip_prefix(here).unwrap_or(&course.root).display().to_string(),
        fingerprint: workshop.fingerprint(),
        partition: arguments.partition,
        exercises: exercises.iter().map(|exercise| exercise.name.clone()).collect(),
        total,
        repeated: arguments.repeat,
        problems,
        files: files.collect(),
        seconds: started.elapsed().as_secs_f64(),
    };
    print::out(&rendered(&verification, arguments.format))?;
    Ok(if verification.holds() { Exit::Success } else { Exit::Failure })
}

/// The result in that format.
pub(super) fn rendered(verification: &Verification, format: Output) -> String {
    match format {
        Output::Human => print::paint(&verify::render_human(verification, print::width())),
        Output::Json => serde_json::to_string(verification).expect("it holds nothing that JSON cannot") + "\n",
        Output::Junit => verify::render_junit(verification),
        Output::Github => verify::render_github(verification),
    }
}
