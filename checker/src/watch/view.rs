//! The screen: a function of the state.
//!
//! ```text
//! Threads › spawn_and_join            1 of 13 ██░░░░
//! exercises/01_threads/spawn_and_join.rs
//! ── ✗ not solved yet ──────────────────────────────
//! the page, which scrolls
//! ──────────────────────────────────── ↓ 12 more ──
//! h hint  l list  r run again  x reset  ? help  q quit
//! ```
//! A low terminal keeps the first row, the page and the last row.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::{Color, Style, Stylize};
use ratatui::text::{Line, Span, Text};
use ratatui::widgets::{Clear, Paragraph};

use super::page::{self, content};
use super::prose::wrap;
use super::state::{Answer, Page, State};
use crate::judge::Stage;
use crate::verdict::Judge;

/// Draws the screen.
pub(super) fn draw(frame: &mut Frame<'_>, state: &State) {
    let area = frame.area();
    frame.render_widget(Clear, area);
    let width = usize::from(area.width);
    let foot = foot(state, area.width);
    let areas = areas(area, foot.lines.len());
    let text = content(state, areas.page.width);
    let rows = text.lines.len();
    let height = usize::from(areas.page.height);
    let first = first_row(state, height, rows);
    let hidden = rows.saturating_sub(first + height);

    if let Some((path, above, below)) = areas.roomy {
        frame.render_widget(title(state, width), areas.title);
        frame.render_widget(Line::from(shorten_left(&state.exercise().shown_path(), width)).dim(), path);
        frame.render_widget(rule_above(status(state, width), first, width), above);
        frame.render_widget(rule_below(hidden, width), below);
    } else {
        frame.render_widget(short_title(state, hidden > 0, width), areas.title);
    }
    let first = u16::try_from(first).unwrap_or(u16::MAX);
    frame.render_widget(Paragraph::new(text).scroll((first, 0)), areas.page);
    frame.render_widget(Paragraph::new(foot), areas.foot);
    if !state.colourful {
        for cell in &mut frame.buffer_mut().content {
            cell.fg = Color::Reset;
            cell.bg = Color::Reset;
        }
    }
}

/// How many rows of the page are visible at once.
pub(super) fn height(state: &State) -> usize {
    page_area(state).height.into()
}

/// How many rows the page has.
pub(super) fn rows(state: &State) -> usize {
    content(state, page_area(state).width).lines.len()
}

/// How many columns the page has.
pub(super) fn columns(state: &State) -> u16 {
    page_area(state).width
}

fn page_area(state: &State) -> Rect {
    let (columns, rows) = state.size;
    areas(Rect::new(0, 0, columns, rows), foot(state, columns).lines.len()).page
}

struct Areas {
    title: Rect,
    /// The path, and the rules above and below the page.
    roomy: Option<(Rect, Rect, Rect)>,
    page: Rect,
    foot: Rect,
}

fn areas(area: Rect, foot_rows: usize) -> Areas {
    let low = area.height < 10;
    let foot_rows = u16::try_from(foot_rows).unwrap_or(u16::MAX).min(area.height.saturating_sub(2)).max(1);
    let row = Constraint::Length(1);
    let roomy = Constraint::Length(u16::from(!low));
    let rows = [row, roomy, roomy, Constraint::Fill(1), roomy, Constraint::Length(foot_rows)];
    let [title, path, above, page, below, foot] = Layout::vertical(rows).areas(area);
    let margin = u16::from(area.width >= 40);
    Areas {
        title,
        roomy: (!low).then_some((path, above, below)),
        page: Rect { x: page.x + margin, width: page.width.saturating_sub(2 * margin), ..page },
        foot,
    }
}

/// The row that is shown first: where the learner scrolled to, and in the list so that the cursor is visible.
fn first_row(state: &State, height: usize, rows: usize) -> usize {
    let wanted = match &state.page {
        Page::List(list) => super::list::cursor_row(state, list).saturating_sub(height / 2),
        _ => state.scroll,
    };
    wanted.min(rows.saturating_sub(height))
}

fn title(state: &State, width: usize) -> Line<'static> {
    let exercise = state.exercise();
    let (solved, all) = (state.progress.count(&state.course), state.course.exercises().count());
    let right = if width >= 70 {
        let full = (solved * BAR).div_ceil(all.max(1)).min(BAR);
        let count = Span::raw(format!("{solved} of {all} solved "));
        Line::from(vec![count, "█".repeat(full).green(), "░".repeat(BAR - full).dim()])
    } else {
        Line::from(format!("{solved}/{all}"))
    };
    let chapter = Span::from(format!("{} › ", state.course.chapter_title(exercise)));
    let name = Span::from(exercise.name.clone()).bold();
    let fits = chapter.width() + name.width() + right.width() + 2 <= width;
    let left = if fits { Line::from(vec![chapter, name]) } else { Line::from(name) };
    spread(left, right, width)
}

const BAR: usize = 13;

/// The title of a low terminal: it has no other row for the status, and for whether there is more below.
fn short_title(state: &State, more: bool, width: usize) -> Line<'static> {
    let (words, style) = standing(state);
    let mark = if state.stage.is_some() { "…" } else { words.split(' ').next().unwrap_or_default() };
    let right = Line::from(vec![Span::raw(if more { "↓ " } else { "" }), Span::styled(mark.to_owned(), style)]);
    spread(Line::from(state.exercise().name.clone()).bold(), right, width)
}

/// What is going on, in the rule above the page.
fn status(state: &State, width: usize) -> Vec<Span<'static>> {
    let (words, style) = standing(state);
    let mut spans = vec![Span::styled(words, style)];
    let remark = match state.stage {
        Some(Stage::Preparing) => "(once; about a minute)",
        Some(_) if matches!(state.answer, Answer::Judged(_)) => "(below: the verdict before)",
        _ => "",
    };
    if !remark.is_empty() && width >= 70 {
        spans.push(Span::raw(format!(" {remark}")));
    }
    spans
}

pub(super) fn standing(state: &State) -> (&'static str, Style) {
    let style = Style::new().bold();
    if let Some(stage) = state.stage {
        let models = [Judge::Schedules, Judge::Orderings];
        let explores = models.into_iter().any(|judge| state.exercise().judged_by(judge));
        let words = match stage {
            Stage::Preparing => "building the judges …",
            Stage::Compiling => "compiling …",
            Stage::Judging if explores => "exploring schedules …",
            Stage::Judging => "running the hidden tests …",
        };
        return (words, style.cyan());
    }
    match &state.answer {
        Answer::Unknown => ("… reading the file", style),
        Answer::Judged(report) if report.verdict.is_pass() => ("✓ passes", style.green()),
        Answer::Judged(_) if state.is_solved() => ("✗ does not pass now, but did before", style.red()),
        Answer::Judged(_) => ("✗ not solved yet", style.red()),
        Answer::Unfit(_) => ("✗ cannot be judged", style.red()),
        Answer::Trouble(_) => ("! no verdict", style.magenta()),
    }
}

fn foot(state: &State, columns: u16) -> Text<'static> {
    if let Some(exercise) = state.asks_reset.and_then(|index| state.course.exercises().nth(index)) {
        let question = match columns {
            ..40 => "Reset, keeping a copy?".to_owned(),
            _ => format!("Put {} back to its start? A copy of your answer is kept.", exercise.name),
        };
        return wrap(&format!("{question} y/n"), columns).bold();
    }
    if let Some(notice) = &state.notice {
        return wrap(notice, columns).bold();
    }
    if let Page::List(list) = &state.page
        && list.typing
    {
        let keys = if columns < 60 { "" } else { "   Enter keeps it, Esc drops it" };
        return Text::from(Line::from(vec![Span::from(format!("/{}▏", list.search)).bold(), Span::raw(keys)]));
    }
    let keys = keys(state, columns);
    let labelled = |gap: usize, keys: &[(&str, &str)]| {
        let spans = keys.iter().enumerate().flat_map(|(index, (key, label))| {
            let gap = if index == 0 { 0 } else { gap };
            [Span::from(format!("{}{key}", " ".repeat(gap))).bold(), Span::raw(format!(" {label}"))]
        });
        Line::from(spans.collect::<Vec<_>>())
    };
    let without =
        |rare: &[&str]| keys.iter().copied().filter(|(key, _)| !rare.contains(key)).collect::<Vec<(&str, &str)>>();
    let (common, needed) = (without(&["r", "x"]), without(&["r", "x", "e", "a", "o", "t", "d", "f", "/"]));
    let bare: Vec<&str> = keys.iter().map(|(key, _)| *key).collect();
    let bare = Line::from(bare.join(" ")).bold();
    let wide = [labelled(3, &keys), labelled(2, &keys), labelled(2, &common), labelled(2, &needed), bare];
    let fits = wide.iter().find(|line| line.width() <= columns.into());
    Text::from(fits.or(wide.last()).cloned().unwrap_or_default())
}

fn keys(state: &State, columns: u16) -> Vec<(&'static str, &str)> {
    let back = [("Esc", "back"), ("l", "list"), ("q", "quit")];
    match &state.page {
        Page::List(list) => vec![
            ("↑↓", "move"),
            ("Enter", "open"),
            ("/", if list.search.is_empty() { "search" } else { &list.search }),
            ("f", list.filter.name()),
            ("x", "reset"),
            ("Esc", if list.is_whole() { "back" } else { "show all" }),
            ("q", "quit"),
        ],
        Page::Walk { .. } => [("↑↓", "step"), ("Home", "first"), ("End", "last")].into_iter().chain(back).collect(),
        Page::Help | Page::Diff | Page::Output => back.into(),
        Page::Hints if state.progress.hints(state.exercise()) < state.exercise().hints.len() => {
            [("h", "one step more")].into_iter().chain(back).collect()
        }
        Page::Hints => back.into(),
        Page::Verdict => {
            let is_folded = page::is_folded(state, columns);
            let keys = [
                (state.is_solved() && state.next().is_some(), ("n", "next")),
                (state.passes(), ("d", "diff")),
                (!state.passes(), ("h", "hint")),
                (state.walk(columns).is_some(), ("t", "steps")),
                (!state.output().trim().is_empty(), ("o", "output")),
                (is_folded, ("a", if state.whole { "in short" } else { "all" })),
                (true, ("l", "list")),
                (true, ("e", "edit")),
                (true, ("r", "run again")),
                (true, ("x", "reset")),
                (true, ("?", "help")),
                (true, ("q", "quit")),
            ];
            keys.into_iter().filter(|(is_shown, _)| *is_shown).map(|(_, key)| key).collect()
        }
    }
}

fn rule_above(words: Vec<Span<'static>>, hidden: usize, width: usize) -> Line<'static> {
    let mut line = Line::from("── ".dim());
    line.spans.extend(words);
    line.push_span(Span::raw(" "));
    line.push_span(rule('↑', hidden, width.saturating_sub(line.width())).dim());
    line
}

fn rule_below(hidden: usize, width: usize) -> Line<'static> {
    Line::from(rule('↓', hidden, width)).dim()
}

/// A rule that says how many rows of the page are hidden in the direction of the arrow, where there is room for that.
fn rule(arrow: char, hidden: usize, width: usize) -> String {
    let more = format!(" {arrow} {hidden} more ──");
    match width.checked_sub(Span::raw(&more).width()) {
        Some(rest) if hidden > 0 => "─".repeat(rest) + &more,
        _ => "─".repeat(width),
    }
}

/// One text at the left, one at the right; the left one gives way.
fn spread(left: Line<'static>, right: Line<'static>, width: usize) -> Line<'static> {
    let room = width.saturating_sub(right.width() + 1);
    let mut line = Line::default();
    let mut used = 0;
    for span in left.spans {
        let content = cut(&span.content, room - used);
        used += Span::raw(&content).width();
        line.push_span(Span::styled(content, span.style));
    }
    line.push_span(Span::styled(" ".repeat(width.saturating_sub(used + right.width())), Style::new()));
    line.spans.extend(right.spans);
    line
}

pub(super) fn cut(text: &str, width: usize) -> String {
    if Span::raw(text).width() <= width {
        return text.to_owned();
    }
    let kept: String = text.chars().take(width.saturating_sub(1)).collect();
    format!("{kept}…")
}

/// A path whose end says most.
fn shorten_left(path: &str, width: usize) -> String {
    let count = path.chars().count();
    if count <= width {
        return path.to_owned();
    }
    let kept: String = path.chars().skip(count + 1 - width.max(1)).collect();
    format!("…{kept}")
}

#[cfg(test)]
mod tests;
