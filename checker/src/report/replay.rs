//! What came of running a schedule again that had failed before.

use ratatui::style::Stylize;
use ratatui::text::{Line, Span, Text};
use threadlings_report::{Interleaving, Schedule, Switch};

use super::names::Names;
use super::width::wrap;
use super::{Report, lanes, text};
use crate::course::{Course, Exercise};
use crate::judge::Replay;
use crate::source::Source;
use crate::verdict::Verdict;

/// Rows of the picture on a screen of 24 rows.
const ROWS: usize = 13;

/// A schedule on code that may have changed, and what is needed to show it.
#[derive(Clone, Debug, PartialEq)]
pub struct Again {
    exercise: String,
    source: String,
    /// How many switches the schedule has, and which of them could not be made.
    switches: usize,
    missed: Vec<Switch>,
    turn: Option<u32>,
    ended: Ended,
}

#[derive(Clone, Debug, PartialEq)]
enum Ended {
    Refused(Box<Report>),
    Failed(Box<Report>),
    Passed { interleaving: Interleaving, about: String },
}

impl Again {
    /// What came of that schedule.
    pub fn new(course: &Course, exercise: &Exercise, source: &Source, schedule: &Schedule, replay: Replay) -> Self {
        let report = |failure| Box::new(Report::new(course, exercise, source, Verdict::Fail(failure)));
        let (missed, ended) = match replay {
            Replay::Refused(failure) => (Vec::new(), Ended::Refused(report(failure))),
            Replay::Failed { missed, failure } => (missed, Ended::Failed(report(failure))),
            Replay::Passed { missed, interleaving, about } => (missed, Ended::Passed { interleaving, about }),
        };
        Again {
            exercise: exercise.name.clone(),
            source: source.text.clone(),
            switches: schedule.switches.len(),
            missed,
            turn: schedule.turn,
            ended,
        }
    }

    /// What was followed, and what came of it.
    fn sentence(&self) -> String {
        let passes = match &self.ended {
            Ended::Refused(_) => {
                return "The schedule that failed before cannot be run: the code does not compile.".into();
            }
            Ended::Failed(_) => false,
            Ended::Passed { .. } => true,
        };
        let (made, all) = (self.switches.saturating_sub(self.missed.len()), self.switches);
        match (self.turn, self.missed.is_empty(), passes) {
            (Some(turn), _, true) => {
                format!("The schedule that failed before, in which threads take turns of {}, passes now.", steps(turn))
            }
            (Some(turn), _, false) => {
                format!("The schedule that failed before, in which threads take turns of {}, fails again.", steps(turn))
            }
            (None, true, true) => {
                format!("The schedule that failed before passes now. {} as before.", switches_made(all))
            }
            (None, true, false) => {
                format!("The schedule that failed before fails again. {} as before.", switches_made(all))
            }
            (None, false, true) => {
                format!("{} As far as it goes, your code passes.", no_longer(made, all))
            }
            (None, false, false) => {
                format!("{} As far as it goes, your code fails, perhaps for another reason.", no_longer(made, all))
            }
        }
    }

    /// What stopped the first switch that could not be made.
    fn obstacle(&self) -> Option<String> {
        let interleaving = match &self.ended {
            Ended::Passed { interleaving, .. } => interleaving,
            Ended::Failed(report) => match &report.verdict {
                Verdict::Fail(failure) => failure.finding.interleaving.as_ref()?,
                Verdict::Pass(_) => return None,
            },
            Ended::Refused(_) => return None,
        };
        let first = self.missed.first()?;
        let name = |lane: usize| interleaving.lanes.get(lane).map(|lane| lane.name.as_str());
        Some(match (name(first.lane), name(first.to)) {
            (Some(before), Some(next)) if before != next => {
                format!("The first that cannot: {before} made room for {next} there, and now it does other things.")
            }
            (Some(before), _) => format!("The first that cannot: {before} does other things there now."),
            (None, _) => "The first that cannot: its thread is not started any more.".into(),
        })
    }
}

fn steps(count: u32) -> String {
    if count == 1 { "one step".into() } else { format!("{count} steps") }
}

fn no_longer(made: usize, all: usize) -> String {
    let switches = match (made, all) {
        (_, 1) => "its one switch between threads can no longer be made".to_owned(),
        (0, all) => format!("none of its {all} switches between threads can be made"),
        (made, all) => format!("only {made} of its {all} switches between threads can be made"),
    };
    format!("The schedule that failed before can no longer happen: {switches}.")
}

fn switches_made(switches: usize) -> String {
    match switches {
        0 => "No thread is interrupted in it,".into(),
        1 => "Its one switch between threads was made".into(),
        many => format!("All {many} switches between threads were made"),
    }
}

/// Said after a pass.
const ONE_OF_MANY: &str = "This is one schedule of many; whether all of them pass is told by";

/// The text for a person.
pub fn render(again: &Again, width: u16, fold: bool) -> Text<'static> {
    let columns = usize::from(width);
    let passed = matches!(again.ended, Ended::Passed { .. });
    let mark = if passed { "↻ ".green().bold() } else { "↻ ".red().bold() };
    let mut lines = Vec::new();
    for (index, line) in wrap(&again.sentence(), columns.saturating_sub(2)).into_iter().enumerate() {
        let front = if index == 0 { mark.clone() } else { Span::from("  ") };
        lines.push(Line::from(vec![front, Span::from(line).bold()]));
    }
    let obstacle = again.obstacle().unwrap_or_default();
    lines.extend(
        wrap(&obstacle, columns.saturating_sub(2))
            .into_iter()
            .filter(|line| !line.is_empty())
            .map(|line| Line::from(format!("  {line}"))),
    );
    lines.push(Line::default());
    match &again.ended {
        Ended::Refused(report) | Ended::Failed(report) => {
            let rendered = if fold { text::render(report, width) } else { text::render_whole(report, width) };
            lines.extend(rendered.lines);
        }
        Ended::Passed { interleaving, about } => {
            let names = Names::new(&again.source, interleaving);
            // Nothing in it decides anything, so nothing stands out.
            let picture = lanes::table(interleaving, &names, columns, fold.then_some(ROWS));
            lines.extend(picture.into_iter().map(|line| Line::from(line.to_string())));
            lines.push(Line::default());
            let about = wrap(&format!("What is tested: {about}"), columns);
            lines.extend(about.into_iter().map(|line| Line::from(line).dim()));
            lines.push(Line::default());
            let last = format!("{ONE_OF_MANY} `threadlings run {}`.", again.exercise);
            lines.extend(wrap(&last, columns).into_iter().map(Line::from));
        }
    }
    Text::from(lines)
}

/// The same for programs.
pub fn json(again: &Again) -> String {
    let (pass, verdict) = match &again.ended {
        Ended::Passed { interleaving, .. } => (true, serde_json::json!({ "interleaving": interleaving })),
        Ended::Refused(report) | Ended::Failed(report) => (false, serde_json::json!({ "verdict": report.verdict })),
    };
    let mut value = serde_json::json!({
        "version": super::json::VERSION,
        "exercise": again.exercise,
        "pass": pass,
        "switches": again.switches,
        "missed": again.missed,
        "headline": again.sentence(),
    });
    if let (Some(value), serde_json::Value::Object(verdict)) = (value.as_object_mut(), verdict) {
        value.extend(verdict);
    }
    value.to_string()
}
