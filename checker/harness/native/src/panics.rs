//! The panics of this process. Nothing is printed: the report tells them.

use std::any::Any;
use std::mem;
use std::panic::{PanicHookInfo, set_hook};
use std::sync::{Mutex, PoisonError};

use report::channel::Job;
use report::panics::{self, Panic};
use report::{Finding, Outcome};
use threadlings_report as report;

use crate::ending;
use crate::engine::Deliberate;

/// Every panic but the deliberate ones, in order.
static PANICS: Mutex<Vec<Panic>> = Mutex::new(Vec::new());

/// No more than these are kept: a report shows a few.
const MOST: usize = 100;

/// Keeps account of panics from now on.
pub(crate) fn keep() {
    set_hook(Box::new(keep_one));
}

fn keep_one(info: &PanicHookInfo<'_>) {
    if info.payload().is::<Deliberate>() {
        return;
    }
    let panic = Panic::new(info.payload(), info.location());
    let mut panics = PANICS.lock().unwrap_or_else(PoisonError::into_inner);
    if panic.message.as_deref().is_some_and(|message| panics::LAST_WORDS.contains(&message))
        && let (Some(job), Some(last)) = (ending::job(), panics.pop())
    {
        let mut finding = last.finding(&panics, &job.learner_file);
        finding.details.push(panics::ABORTED.to_owned());
        drop(panics);
        ending::end(Outcome::Failed(Box::new(finding)));
    }
    if panics.len() < MOST {
        panics.push(panic);
    }
}

/// The finding for a test that ended with this payload.
pub(crate) fn finding(payload: Box<dyn Any + Send>, job: &Job) -> Finding {
    let panics = PANICS.lock().unwrap_or_else(PoisonError::into_inner);
    let message = panics::text(&*payload);
    // A payload that was thrown again with `resume_unwind` has no place of its own, only that of its first throw.
    let kept = panics.iter().rposition(|panic| panic.message == message && message.is_some());
    let finding = match kept {
        Some(index) => panics[index].finding(&panics[..index], &job.learner_file),
        None => Panic::new(&*payload, None).finding(&panics, &job.learner_file),
    };
    // Its drop may be the learner's code.
    mem::forget(payload);
    finding
}

/// Adds the panics so far to a finding that has another reason.
pub(crate) fn add_to(finding: &mut Finding, job: &Job) {
    let panics = PANICS.lock().unwrap_or_else(PoisonError::into_inner);
    panics::add_earlier(finding, &panics, &job.learner_file);
}
