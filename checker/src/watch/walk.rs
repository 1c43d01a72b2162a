//! The failing execution, step by step: what every thread does above, and below the lines it does it on.

use std::collections::BTreeSet;

use ratatui::style::{Modifier, Style, Stylize};
use ratatui::text::{Line, Span, Text};

use super::prose::wrap;
use super::state::State;
use super::view::{self, cut};
use crate::report::walk::Walk;

/// The page in lines of at most `width` columns, as many as the page has rows.
pub(super) fn content(state: &State, step: usize, width: u16) -> Text<'static> {
    let Some(walk) = state.walk(width) else {
        return wrap("There is no execution to walk through.", width);
    };
    let height = view::height(state);
    let mut text = Text::default();
    let above = if height < 8 { height } else { height - height / 2 };
    if height >= 5 {
        text.push_line(title(state, &walk, step, width.into()));
    }
    text.extend(steps(&walk, step, above.saturating_sub(text.lines.len())));
    let left = height.saturating_sub(text.lines.len() + 1);
    if left >= 3 {
        text.push_line(Line::from("─".repeat(width.into())).dim());
        text.extend(lines(&state.answer_text(), &walk, step, width.into(), left));
    }
    text
}

fn title(state: &State, walk: &Walk, step: usize, width: usize) -> Line<'static> {
    let lane = walk.steps.get(step).map_or("", |step| walk.name(step.lane));
    let waiting = if state.traced() { "" } else { " (the steps that matter; all are on their way)" };
    let words = format!("step {} of {}: {lane}{waiting}", step + 1, walk.steps.len());
    Line::from(cut(&words, width)).bold()
}

/// The table around the step that is looked at: that one reversed, those to come dimmed.
fn steps(walk: &Walk, current: usize, rows: usize) -> Vec<Line<'static>> {
    let head = (rows >= 3).then(|| walk.head.clone());
    let room = rows.saturating_sub(usize::from(head.is_some())).max(1);
    let mut table = Vec::new();
    let mut at = 0..0;
    for (index, step) in walk.steps.iter().enumerate() {
        let first = table.len();
        table.extend(step.lines.iter().map(|line| match index.cmp(&current) {
            std::cmp::Ordering::Less => line.clone(),
            std::cmp::Ordering::Equal => marked(line),
            std::cmp::Ordering::Greater => dimmed(line),
        }));
        if index == current {
            at = first..table.len();
        }
    }
    // The step is in the middle where there is something on both sides.
    let last = table.len().saturating_sub(room);
    let first = at.start.saturating_sub(room.saturating_sub(at.len()) / 2).min(last);
    head.into_iter().chain(table.into_iter().skip(first).take(room)).collect()
}

/// The line with a pointer in front: colour and reversal alone would say nothing to some.
fn marked(line: &Line<'static>) -> Line<'static> {
    let text = line.to_string();
    let rest = text.strip_prefix(' ').map_or(text.clone(), str::to_owned);
    Line::from(format!("▶{rest}")).style(Style::new().add_modifier(Modifier::REVERSED | Modifier::BOLD))
}

fn dimmed(line: &Line<'static>) -> Line<'static> {
    Line::from(line.to_string()).dim()
}

/// The answer's lines that the threads are at, with their names in front.
fn lines(source: &str, walk: &Walk, step: usize, width: usize, rows: usize) -> Vec<Line<'static>> {
    let source: Vec<&str> = source.lines().collect();
    let positions = walk.positions(step);
    let actor = walk.steps.get(step).map(|step| step.lane);
    let current = positions.iter().find(|(lane, _)| Some(*lane) == actor).map(|(_, line)| *line);
    // Before anything has happened in the answer, what is about to.
    let next = || walk.steps.iter().skip(step).find_map(|step| step.line);
    let centre = current.or_else(|| positions.first().map(|(_, line)| *line)).or_else(next);
    let marked: BTreeSet<u32> = positions.iter().map(|(_, line)| *line).collect();
    let names = |line: u32| {
        let here = positions.iter().filter(|(_, other)| *other == line).map(|(lane, _)| walk.name(*lane));
        here.collect::<Vec<_>>().join(", ")
    };
    let gutter = if width < 60 { 8 } else { 14 };
    let mut shown = Vec::new();
    let mut before = None;
    for line in excerpt(source.len() as u32, &marked, centre.unwrap_or(1), rows) {
        if before.is_some_and(|before| before + 1 != line) {
            shown.push(Line::from(format!("{:>gutter$}    ⋮", "")).dim());
        }
        before = Some(line);
        let text = source.get(line as usize - 1).map_or("", |text| text.trim_end()).replace('\t', "    ");
        let name = cut(&names(line), gutter - 2);
        let front = format!("{name:>0$} {1} {line:>3} │ ", gutter - 2, if name.is_empty() { ' ' } else { '▶' });
        let content = cut(&format!("{front}{text}"), width);
        let content = format!("{content:width$}");
        shown.push(if Some(line) == current {
            Line::from(content).style(Style::new().add_modifier(Modifier::REVERSED | Modifier::BOLD))
        } else if marked.contains(&line) {
            Line::from(content).bold()
        } else {
            Line::from(vec![Span::from(content).dim()])
        });
    }
    shown.truncate(rows);
    shown
}

/// The lines to show in at most so many rows: those that are marked, and as many around the centre as fit. A gap takes a
/// row.
fn excerpt(count: u32, marked: &BTreeSet<u32>, centre: u32, rows: usize) -> BTreeSet<u32> {
    let is_line = |line: &u32| (1..=count).contains(line);
    let mut best: BTreeSet<u32> = Some(centre).into_iter().filter(is_line).collect();
    for radius in 0..=count {
        let around = centre.saturating_sub(radius)..=centre.saturating_add(radius);
        let lines: BTreeSet<u32> = marked.iter().copied().chain(around).filter(is_line).collect();
        let gaps = lines.iter().zip(lines.iter().skip(1)).filter(|(line, next)| **line + 1 != **next).count();
        if lines.len() + gaps > rows {
            break;
        }
        best = lines;
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(marked: &[u32], centre: u32, rows: usize) -> Vec<u32> {
        excerpt(20, &marked.iter().copied().collect(), centre, rows).into_iter().collect()
    }

    #[test]
    fn what_is_marked_is_shown_with_what_is_around_the_current_line() {
        assert_eq!(chosen(&[5, 15], 5, 7), [3, 4, 5, 6, 7, 15]);
        assert_eq!(chosen(&[1], 1, 3), [1, 2, 3]);
        assert_eq!(chosen(&[20], 20, 3), [18, 19, 20]);
        // Where not even those that are marked fit, the centre does.
        assert_eq!(chosen(&[1, 5, 9, 13], 5, 3), [5]);
        assert_eq!(chosen(&[99], 99, 3), [] as [u32; 0]);
    }
}
