//! What was shown about an answer that passed: how far the judges have looked, and what held there.

use ratatui::style::Stylize;
use ratatui::text::{Line, Span};
use threadlings_report::{Explored, Extent};

use super::width::wrap;
use crate::verdict::{Judge, Proof, Shown};

/// Most statements in a report that fits a screen.
const STATEMENTS: usize = 3;

/// Columns that a statement needs at least.
const NARROWEST: usize = 20;

/// What held, a statement for each hidden test that was explored: how often it ran, and what it shows. The test that the
/// exercise is about, the one that its starter fails with, comes first; last come those that say nothing about several
/// threads, or were looked at in a few schedules only.
pub(super) fn statements<'a>(proof: &'a Proof, starter: &str) -> Vec<(u64, &'a str)> {
    let is_explored = |shown: &&Shown| matches!(shown.judge, Judge::Schedules | Judge::Orderings);
    let mut explored: Vec<&Shown> = proof.tests.iter().filter(is_explored).collect();
    let aim = starter.split(':').next();
    explored.sort_by_key(|shown| {
        let says_little = shown.explored.threads < 2 || shown.explored.extent == Extent::Few;
        (Some(shown.test.as_str()) != aim, says_little)
    });
    explored.into_iter().map(|shown| (shown.explored.executions, shown.about.as_str())).collect()
}

/// The statements in at most `rows` rows, or all of them.
pub(super) fn lines(statements: &[(u64, &str)], width: usize, rows: Option<usize>) -> Vec<Line<'static>> {
    let times: Vec<String> = statements.iter().map(|(times, _)| format!("{} ×", grouped(*times))).collect();
    let column = times.iter().map(|times| times.chars().count()).max().unwrap_or(0) + 2;
    let Some(room) = width.checked_sub(column + 2).filter(|room| *room >= NARROWEST) else { return Vec::new() };
    let mut lines = Vec::new();
    for (told, (times, (_, about))) in times.iter().zip(statements).enumerate() {
        let wrapped = wrap(about, room);
        let more = usize::from(told + 1 < statements.len());
        if rows.is_some_and(|rows| told == STATEMENTS || lines.len() + wrapped.len() + more > rows) {
            let rest = counted((statements.len() - told) as u64, "more test", "more tests");
            lines.push(Line::from(format!("{:column$}  … and {rest}", "")).dim());
            return lines;
        }
        for (row, line) in wrapped.into_iter().enumerate() {
            let times = if row == 0 { times.as_str() } else { "" };
            lines.push(Line::from(vec![Span::from(format!("{times:>column$}  ")).dim(), Span::from(line)]));
        }
    }
    lines
}

/// What a judge has looked at: one, several, and which there are.
type Words = (&'static str, &'static str, &'static str);

const SCHEDULES: Words = ("schedule", "schedules", "");
const EXECUTIONS: Words = ("execution", "executions", " that the memory model allows");

/// How many executions of its tests a judge has looked at, of how many threads, and whether these are all; none if it
/// has looked at none. Tests that are content with a few are not among them.
fn how_many(explored: &[Explored], (one, many, which): Words) -> Option<String> {
    let executions: u64 = explored.iter().map(|explored| explored.executions).sum();
    if executions == 0 {
        return None;
    }
    let what = format!("{}{}{which}", counted(executions, one, many), threads(explored));
    let all = explored.iter().filter(|explored| explored.extent == Extent::Everything).count();
    Some(match all {
        _ if all == explored.len() && executions == 1 => format!("the only {one}{which}"),
        _ if all == explored.len() => format!("all {what}"),
        0 => format!("{what}, among them {}", as_far_as(explored)),
        _ => {
            let others = if all + 1 == explored.len() { "other one" } else { "others" };
            let tests = explored.len();
            format!("{what}: all there are in {all} of {tests} tests, in the {others} {}", as_far_as(explored))
        }
    })
}

/// How far a judge has looked where it has not seen everything. What is said of all tests is true of each of them.
fn as_far_as(explored: &[Explored]) -> String {
    let partly = || explored.iter().map(|explored| explored.extent).filter(|extent| *extent != Extent::Everything);
    let bounds = partly().map(|extent| match extent {
        Extent::Preemptions(bound) => Some(bound),
        _ => None,
    });
    // None is less than any number.
    let (fewest, most) = (bounds.clone().min().flatten(), bounds.max().flatten());
    let at_most = |bound| match bound {
        1 => "at most one interruption".to_owned(),
        bound => format!("at most {bound} interruptions"),
    };
    let least = match fewest {
        None => "a sample".to_owned(),
        Some(0) => "all without an interruption".to_owned(),
        Some(fewest) => format!("all with {}", at_most(fewest)),
    };
    match most {
        Some(most) if fewest.is_none() => format!("{least}, in some tests even all with {}", at_most(most)),
        Some(most) if fewest == Some(0) && most > 0 => format!("{least}, in some tests even with {}", at_most(most)),
        Some(most) if fewest < Some(most) => format!("{least}, in some tests even {most}"),
        _ => least,
    }
}

/// Of how many threads, if that was counted.
fn threads(explored: &[Explored]) -> String {
    const WORDS: [&str; 9] = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    // What a single thread does has only one schedule.
    let several = || explored.iter().map(|explored| explored.threads).filter(|threads| *threads > 1);
    let (Some(fewest), Some(most)) = (several().min(), several().max()) else { return String::new() };
    let number = WORDS.get(most as usize - 2).map_or_else(|| most.to_string(), |word| (*word).to_owned());
    if fewest == most { format!(" of {number} threads") } else { format!(" of up to {number} threads") }
}

/// In one sentence, what the judges have seen.
pub(super) fn sentence(proof: &Proof) -> String {
    let mut parts = Vec::new();
    let of = |judge: Judge| proof.tests.iter().filter(move |test| test.judge == judge);
    let natives = of(Judge::Native).count();
    if natives > 0 {
        parts.push(format!("{} on real threads", counted(natives as u64, "test", "tests")));
    }
    for (judge, words) in [(Judge::Schedules, SCHEDULES), (Judge::Orderings, EXECUTIONS)] {
        let explored: Vec<Explored> = of(judge).map(|test| test.explored).collect();
        let (few, explored): (Vec<_>, Vec<_>) =
            explored.into_iter().partition(|explored| explored.extent == Extent::Few);
        parts.extend(how_many(&explored, words));
        if !few.is_empty() {
            parts.push(format!("{} in a few {}", counted(few.len() as u64, "test", "tests"), words.1));
        }
    }
    if proof.misuses_refused > 0 {
        parts.push(format!(
            "{} refused by the compiler",
            counted(proof.misuses_refused as u64, "dangerous program", "dangerous programs")
        ));
    }
    if proof.uses_accepted > 0 {
        parts
            .push(format!("{} accepted", counted(proof.uses_accepted as u64, "harmless program", "harmless programs")));
    }
    if proof.broken_as_asked > 0 {
        let programs = counted(proof.broken_as_asked as u64, "program", "programs");
        parts.push(format!("{programs} of yours refused by the compiler for the right reason, and repaired"));
    }
    format!("Shown: {}.", parts.join("; "))
}

pub(super) fn counted(count: u64, one: &str, many: &str) -> String {
    format!("{} {}", grouped(count), if count == 1 { one } else { many })
}

/// `1,234` of 1234.
pub fn grouped(count: u64) -> String {
    let digits = count.to_string();
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    fn test(name: &str, judge: Judge, executions: u64, threads: u32) -> Shown {
        let explored = Explored { executions, extent: Extent::Everything, threads };
        Shown { test: name.into(), about: format!("About {name}."), judge, explored }
    }

    fn proof() -> Proof {
        let tests = vec![
            test("native", Judge::Native, 1, 0),
            test("alone", Judge::Schedules, 1, 1),
            test("several", Judge::Schedules, 1200, 2),
            test("aim", Judge::Schedules, 34, 3),
            test("ordered", Judge::Orderings, 5, 2),
        ];
        Proof { tests, ..Proof::default() }
    }

    #[test]
    fn what_the_exercise_is_about_comes_first_and_what_one_thread_does_last() {
        let proof = proof();
        let expected = [(34, "About aim."), (1200, "About several."), (5, "About ordered."), (1, "About alone.")];
        assert_eq!(statements(&proof, "aim: deadlock"), expected);
        assert_eq!(statements(&proof, "compile: E0373")[0], (1200, "About several."));
    }

    #[test]
    fn how_far_the_least_looked_at_test_was_looked_at_is_said_of_no_other() {
        let said = |extents: &[Extent]| {
            let mut proof = proof();
            proof.tests = vec![test("all", Judge::Schedules, 1200, 3)];
            proof.tests.extend(extents.iter().map(|extent| {
                let mut partly = test("partly", Judge::Schedules, 34, 2);
                partly.explored.extent = *extent;
                partly
            }));
            let all = sentence(&proof);
            proof.tests.remove(0);
            [all, sentence(&proof)]
        };
        use Extent::{Preemptions, Sample};
        let expected = |rest: &str, total| {
            let all = format!(
                "Shown: {} schedules of up to three threads: all there are in 1 of {} tests, in the {} {rest}.",
                grouped(1200 + 34 * total),
                1 + total,
                if total == 1 { "other one" } else { "others" }
            );
            [all, format!("Shown: {} schedules of two threads, among them {rest}.", 34 * total)]
        };
        for (extents, rest) in [
            (&[Preemptions(2)][..], "all with at most 2 interruptions"),
            (&[Preemptions(1)], "all with at most one interruption"),
            (&[Preemptions(0)], "all without an interruption"),
            (&[Preemptions(8), Preemptions(2)], "all with at most 2 interruptions, in some tests even 8"),
            (
                &[Preemptions(1), Preemptions(0)],
                "all without an interruption, in some tests even with at most one interruption",
            ),
            (&[Sample, Preemptions(3)], "a sample, in some tests even all with at most 3 interruptions"),
            (&[Sample], "a sample"),
        ] {
            assert_eq!(said(extents), expected(rest, extents.len() as u64));
        }
    }

    #[test]
    fn tests_that_are_content_with_a_few_schedules_are_counted_by_themselves() {
        let mut proof = proof();
        let mut few = test("few", Judge::Schedules, 5, 60);
        few.explored.extent = Extent::Few;
        proof.tests.insert(0, few);
        assert_eq!(statements(&proof, "aim: deadlock")[3], (5, "About few."));
        let expected = "Shown: 1 test on real threads; all 1,235 schedules of up to three threads; 1 test in a few schedules; \
                        all 5 executions of two threads that the memory model allows.";
        assert_eq!(sentence(&proof), expected);
    }

    #[test]
    fn statements_are_folded_to_the_rows_there_are() {
        let proof = proof();
        let statements = statements(&proof, "aim: deadlock");
        let lines = |width, rows| lines(&statements, width, rows).iter().map(ToString::to_string).collect::<Vec<_>>();
        let all = [
            "     34 ×  About aim.",
            "  1,200 ×  About several.",
            "      5 ×  About ordered.",
            "      1 ×  About alone.",
        ];
        assert_eq!(lines(40, None), all);
        let folded = ["     34 ×  About aim.", "  1,200 ×  About several.", "           … and 2 more tests"];
        assert_eq!(lines(40, Some(3)), folded);
        assert_eq!(lines(40, Some(9)).len(), STATEMENTS + 1);
        assert_eq!(lines(40, Some(1)).len(), 1);
        assert!(lines(20, None).is_empty());
    }
}
