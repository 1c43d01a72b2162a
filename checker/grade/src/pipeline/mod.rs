//! From submissions to a record: each distinct answer is judged once.
//!
//! What was handed in is read once, and each distinct content is put by under its hash. Then the contents that nobody
//! has judged yet are judged, side by side, and each result is written down as soon as it is there. A run that was
//! stopped, by ^C or by losing power, goes on from there.

mod judging;
mod outcome;
mod plan;
mod store;
mod summary;

use std::num::NonZeroU32;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use threadlings::course::{Course, Exercise};
use threadlings::exit::Stop;
use threadlings::judge::Cancel;
use threadlings::partition::Partition;

use crate::private::Private;
use crate::record::{Record, RunTiming, Share};
use crate::sandbox::{self, Layer};
use judging::Judging;
use plan::Plan;
use store::Store;

/// What to judge and how.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// The course.
    pub course: &'a Course,
    /// The exercises to grade, in the order of the course.
    pub exercises: &'a [&'a Exercise],
    /// The folder with a folder or an archive for each student.
    pub submissions: &'a Path,
    /// Where the outputs go. What a run needs to go on after it was stopped is kept in there, too.
    pub out: &'a Path,
    /// Hidden tests of the instructor's: [`Private::passes`] says what an answer has to pass.
    pub private: &'a Private,
    /// How many answers are judged at the same time.
    pub jobs: Option<usize>,
    /// Most seconds of a hidden test.
    pub seconds: Option<NonZeroU32>,
    /// Most seconds of a compilation.
    pub compile_seconds: Option<NonZeroU32>,
    /// Most memory of a hidden test or a compilation, in MiB.
    pub memory: Option<NonZeroU32>,
    /// Which part of all (exercise, submission) pairs to judge.
    pub share: Share,
    /// Whether results of an earlier run count for nothing.
    pub fresh: bool,
    /// Whether layers of the sandbox may be missing.
    pub trust_code: bool,
    /// Ends the run.
    pub cancel: &'a Cancel,
    /// Is told how far the run is.
    pub watcher: &'a dyn Watcher,
}

/// Whoever shows how far a run is.
pub trait Watcher: Sync + std::fmt::Debug {
    /// The judges are being built, which happens once.
    fn preparing(&self);
    /// The submissions were read: so many distinct answers are to be judged, so many are known already.
    fn begins(&self, to_judge: usize, known: usize);
    /// One more answer was judged.
    fn judged(&self, exercise: &str);
    /// The last one was, or the run was stopped.
    fn ends(&self);
}

/// The run was stopped; what was judged until then is kept.
#[derive(Debug, thiserror::Error)]
#[error("stopped with {judged} of {to_judge} answers judged. Call the same command again to go on from there.")]
pub struct Stopped {
    /// How many answers were judged in this run.
    pub judged: usize,
    /// How many were to be judged.
    pub to_judge: usize,
}

/// Judges a class. The record has no names but those of the folders, and no points.
///
/// # Errors
/// If the environment is unfit, the submissions cannot be read, or the run was [`Stopped`].
pub fn run(request: &Request<'_>) -> anyhow::Result<Record> {
    let started = Instant::now();
    refuse_nesting(request)?;
    let missing = sandbox::missing()?;
    if !missing.is_empty() && !request.trust_code {
        return Err(no_sandbox(&missing).into());
    }
    let judging = Judging::new(request, missing)?;
    let store = Store::open(request.out, &judging.key()?, request.fresh)?;
    let plan = Plan::make(request, &store)?;

    let (known, to_judge): (Vec<_>, Vec<_>) = plan.contents().partition(|content| store.has(content));
    let stopped = |judged| Stopped { judged, to_judge: to_judge.len() };
    if !to_judge.is_empty() && !judging.prepare(&to_judge)? {
        return Err(stopped(0).into());
    }
    request.watcher.begins(to_judge.len(), known.len());
    let judged = judge_all(request, &judging, &store, &to_judge);
    request.watcher.ends();
    let (judged, known) = (judged?, known.len());
    if request.cancel.is_cancelled() {
        return Err(stopped(judged).into());
    }

    let mut record = summary::record(request, &judging, &store, plan)?;
    let seconds = started.elapsed().as_secs_f64();
    record.timing = Some(RunTiming { seconds, judged, known });
    Ok(record)
}

/// Judges these contents, several at a time, and stores what came out. Tells how many were judged.
fn judge_all(
    request: &Request<'_>,
    judging: &Judging<'_>,
    store: &Store,
    contents: &[&plan::Content],
) -> anyhow::Result<usize> {
    let jobs = request.jobs.unwrap_or_else(|| std::thread::available_parallelism().map_or(1, usize::from));
    let (next, judged) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let work = || -> anyhow::Result<()> {
        while let Some(content) = contents.get(next.fetch_add(1, Ordering::Relaxed)) {
            let Some(answer) = judging.judge(content, &store.text(content)?) else { return Ok(()) };
            store.keep(content, &answer)?;
            judged.fetch_add(1, Ordering::Relaxed);
            request.watcher.judged(&content.exercise);
        }
        Ok(())
    };
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..jobs.min(contents.len())).map(|_| scope.spawn(work)).collect();
        // The scope waits for all of them in any case.
        let mut workers = workers.into_iter();
        workers.try_for_each(|worker| worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    })?;
    Ok(judged.into_inner())
}

/// The outputs must not be taken for a submission, nor a submission be written to.
fn refuse_nesting(request: &Request<'_>) -> anyhow::Result<()> {
    std::fs::create_dir_all(request.out)
        .map_err(|error| Stop::environment(format!("{} cannot be written: {error}.", request.out.display())))?;
    let whole = |path: &Path| {
        path.canonicalize().map_err(|error| {
            let what = "Name the folder that holds a folder or an archive for each student";
            Stop::usage(format!("{} cannot be read: {error}. {what}.", path.display()))
        })
    };
    let (submissions, out) = (whole(request.submissions)?, whole(request.out)?);
    if out.starts_with(&submissions) || submissions.starts_with(&out) {
        let problem = format!("{} and {} lie within each other", request.submissions.display(), request.out.display());
        return Err(Stop::usage(format!("{problem}. Choose another folder for --out.")).into());
    }
    Ok(())
}

fn no_sandbox(missing: &[Layer]) -> Stop {
    let missing: Vec<&str> = missing.iter().map(|layer| layer.name()).collect();
    Stop::environment(format!(
        "this system cannot seal in the code of strangers; it lacks {}. Grade on another system, or say --trust-code if you vouch for everything that was handed in.",
        missing.join(" and ")
    ))
}

/// The share as the workspace knows it.
fn partition(share: Share) -> Partition {
    format!("{}/{}", share.number, share.of).parse().unwrap_or(Partition::WHOLE)
}
