//! The result for a person: what differs, then a table by chapter, then one line that says it all.

use ratatui::style::Stylize;
use ratatui::text::{Line, Span, Text};

use super::record::{Chapter, Judged, Verification};
use crate::partition::Partition;
use crate::report::text;
use crate::rules::Problem;

/// Lines of at most `width` columns, as far as file names leave that open.
pub fn render(verification: &Verification, width: u16) -> Text<'static> {
    let mut lines = problems(&verification.problems);
    for judged in verification.differences() {
        lines.extend(difference(judged, width));
    }
    lines.extend(table(&verification.chapters()));
    lines.push(Line::default());
    lines.push(summary(verification));
    Text::from(lines)
}

/// What breaks a rule, a line each.
pub fn problems(problems: &[Problem]) -> Vec<Line<'static>> {
    let line = |problem: &Problem| {
        let Problem { file, line, rule, message } = problem;
        let place = format!("{file}:{line}").bold();
        Line::from(vec!["✗ ".red().bold(), place, format!(": {message} ").into(), format!("[{}]", rule.name()).dim()])
    };
    let mut lines: Vec<Line<'static>> = problems.iter().map(line).collect();
    if !lines.is_empty() {
        lines.push(Line::default());
    }
    lines
}

fn difference(judged: &Judged, width: u16) -> Vec<Line<'static>> {
    let mut lines = vec![
        Line::from(vec![
            "✗ ".red().bold(),
            judged.file.clone().bold(),
            Span::from(format!(" ({})", judged.role.name())),
        ]),
        Line::from(format!("    expected  {}", judged.expected)),
        Line::from(format!("    found     {}", judged.found)),
    ];
    match (&judged.report, &judged.text) {
        (Some(report), _) => lines.extend(text::render(report, width).lines),
        (None, Some(text)) => lines.extend(text.lines().map(|line| Line::from(line.to_owned()))),
        (None, None) => {}
    }
    lines.push(Line::default());
    lines
}

fn table(chapters: &[Chapter<'_>]) -> Vec<Line<'static>> {
    let title = "chapter";
    let widest = chapters.iter().map(|chapter| chapter.name.len()).chain([title.len()]).max().unwrap_or_default();
    let row = |name: &str, cells: [String; 3], time: String| {
        let [exercises, files, differ] = cells;
        format!("{name:widest$}  {exercises:>9}  {files:>5}  {differ:>6}  {time:>9}")
    };
    let head = row(title, ["exercises", "files", "differ"].map(str::to_owned), "judging".to_owned());
    let mut lines = vec![Line::from(head).dim()];
    lines.extend(chapters.iter().map(|chapter| {
        let cells = [chapter.exercises(), chapter.files.len(), chapter.differ()].map(|count| count.to_string());
        let line = Line::from(row(chapter.name, cells, format!("{:.1} s", chapter.seconds())));
        if chapter.differ() > 0 { line.red() } else { line }
    }));
    lines
}

fn summary(verification: &Verification) -> Line<'static> {
    let files = verification.files.len();
    let mut parts = vec![format!("{files} files judged")];
    if verification.repeated > 1 {
        parts.push(format!(" {} times", verification.repeated));
    }
    let remembered = verification.files.iter().filter(|judged| judged.remembered).count();
    if remembered > 0 {
        parts.push(format!(" ({remembered} of them before)"));
    }
    if verification.partition != Partition::WHOLE {
        parts.push(format!(", share {} of {} files", verification.partition, verification.total));
    }
    let judged = files - remembered;
    parts.push(format!(", {}; {:.1} s", verification.counts(), verification.seconds));
    if judged > 0 {
        parts.push(format!(", {:.2} s a file", verification.seconds / judged as f64));
    }
    let summary = parts.concat();
    if verification.holds() { format!("✓ {summary}").green().into() } else { format!("✗ {summary}").red().into() }
}

#[cfg(test)]
mod tests {
    use super::super::record::sample;
    use super::*;

    #[test]
    fn what_differs_comes_first_and_the_sum_last() {
        let verification = Verification { problems: vec![sample::problem()], ..sample::verification() };
        insta::assert_snapshot!(render(&verification, 80));
    }

    #[test]
    fn a_share_and_what_was_known_are_said() {
        let mut verification = Verification { partition: "2/3".parse().unwrap(), total: 11, ..sample::verification() };
        verification.files.retain(|judged| !judged.differs());
        verification.files[0].remembered = true;
        insta::assert_snapshot!(render(&verification, 80));
    }
}
