//! The report for programs.

use super::Report;

/// The version of the form of the JSON below. It grows when a reader would have to change.
pub const VERSION: u32 = 1;

/// One line of JSON with everything that is known about the answer.
pub fn render(report: &Report) -> String {
    let mut value = serde_json::to_value(report).expect("a report holds nothing that JSON cannot");
    value["version"] = VERSION.into();
    value["pass"] = report.verdict.is_pass().into();
    value["headline"] = report.headline().into();
    value["help"] = report.help().into();
    if let Some((sentence, statements)) = report.shown() {
        let held = statements.iter().map(|(times, about)| serde_json::json!({ "executions": times, "about": about }));
        value["shown"] = serde_json::json!({ "sentence": sentence, "held": held.collect::<Vec<_>>() });
    }
    value.to_string()
}

#[cfg(test)]
mod tests {
    use threadlings_report::{Explored, Extent};

    use super::*;
    use crate::verdict::{Judge, Proof, Shown, Verdict};

    #[test]
    fn a_pass_says_what_held_and_how_often() {
        let explored = Explored { executions: 6, extent: Extent::Everything, threads: 2 };
        let about = "Both additions count.".to_owned();
        let test = Shown { test: "counts".into(), about, judge: Judge::Schedules, explored };
        let report = Report {
            exercise: "mutex_counter".into(),
            chapter: "Locks".into(),
            file: "mutex_counter.rs".into(),
            source: String::new(),
            verdict: Verdict::Pass(Proof { tests: vec![test], ..Proof::default() }),
            starter: "counts: wrong_result".into(),
            why: "It is one step.".into(),
            solution: "solutions/mutex_counter.rs".into(),
        };
        let value: serde_json::Value = serde_json::from_str(&render(&report)).unwrap();
        assert_eq!(value["shown"]["sentence"], "Shown: all 6 schedules of two threads.");
        assert_eq!(value["shown"]["held"][0]["about"], "Both additions count.");
        assert_eq!(value["shown"]["held"][0]["executions"], 6);
    }
}
