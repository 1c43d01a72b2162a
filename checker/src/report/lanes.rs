//! The interleaving as a table: a lane for each thread, time runs downwards.

use ratatui::style::{Style, Stylize};
use ratatui::text::{Line, Span};
use threadlings_report::{Interleaving, Place, Step, WaitsFor};

use super::explain;
use super::names::Names;
use super::width::{columns, cut};

/// More threads than this do not get a lane each but a row with their name.
const MOST_LANES: usize = 3;

/// Columns of the line number, with the blanks around it.
const MARGIN: usize = 6;

/// One row of the table before it is laid out.
struct Row {
    lane: usize,
    place: Option<Place>,
    text: String,
    note: Option<String>,
    decisive: bool,
}

/// The table in at most `width` columns and, unless it is `None`, about `height` rows: the first steps are folded then.
pub(super) fn table(
    interleaving: &Interleaving,
    names: &Names<'_>,
    width: usize,
    height: Option<usize>,
) -> Vec<Line<'static>> {
    let mut rows = rows(interleaving, names);
    let mut folded = 0;
    if let Some(height) = height
        && rows.len() > height
    {
        folded = rows.len() - height.saturating_sub(1);
        rows.drain(..folded);
    }
    let mut used: Vec<usize> = rows.iter().map(|row| row.lane).collect();
    used.sort_unstable();
    used.dedup();
    let mut lines = Vec::new();
    let fold = (folded > 0).then(|| Line::from(format!("   ⋮  {folded} earlier steps")).dim());
    if used.len() > MOST_LANES {
        lines.extend(fold);
        lines.extend(rows.iter().map(|row| numbered(row, interleaving, width)));
        return lines;
    }
    let lane_width = width.saturating_sub(MARGIN) / used.len().max(1);
    let mut head = " ".repeat(MARGIN);
    for lane in &used {
        head.push_str(&columns(name(interleaving, *lane), lane_width));
    }
    lines.push(Line::from(head.trim_end().to_owned()).bold());
    lines.extend(fold);
    for row in &rows {
        let position = used.iter().position(|lane| *lane == row.lane).unwrap_or(0);
        lines.push(in_lane(row, position, lane_width, width));
    }
    lines
}

fn rows(interleaving: &Interleaving, names: &Names<'_>) -> Vec<Row> {
    let mut rows: Vec<Row> = interleaving.steps.iter().map(|step| row(step, names)).collect();
    if let Some(last) = rows.last_mut()
        && interleaving.blocked.is_empty()
    {
        last.decisive = true;
    }
    rows.extend(interleaving.blocked.iter().map(|blocked| {
        let object = blocked.object.and_then(|object| names.short(object, blocked.place));
        Row {
            lane: blocked.lane,
            place: blocked.place,
            text: called(object.as_deref(), &blocked.operation),
            note: Some(match blocked.waits_for {
                // Its sentence stands above the table already.
                WaitsFor::Probe { .. } => "stuck".into(),
                _ => format!("stuck: {}", explain::reason(blocked, interleaving, names)),
            }),
            decisive: true,
        }
    }));
    rows
}

/// Operations on a thread, which the note names.
const ON_THREADS: [&str; 3] = ["spawn", "join", "unpark"];

fn row(step: &Step, names: &Names<'_>) -> Row {
    let (mut text, mut note) = (operation(step, names), step.note.as_deref().map(|note| names.fill(note)));
    if ON_THREADS.contains(&step.operation.as_str())
        && let Some(thread) = note.take()
    {
        text = format!("{text} {thread}");
    }
    Row { lane: step.lane, place: step.place, text, note, decisive: false }
}

/// A step as it is written in a lane: `balance.load → 100`, `count.store(1)`, `points.lock → 1, unlock(2)`.
fn operation(step: &Step, names: &Names<'_>) -> String {
    let object = step.object.and_then(|object| names.short(object, step.place));
    let wrote = step.wrote.as_ref().map_or(String::new(), |wrote| format!("({wrote})"));
    let read = step.read.as_ref().map_or(String::new(), |read| format!(" → {read}"));
    match step.operation.split_once(", ") {
        Some((first, last)) => format!("{}{read}, {last}{wrote}", called(object.as_deref(), first)),
        None => format!("{}{wrote}{read}", called(object.as_deref(), &step.operation)),
    }
}

fn called(object: Option<&str>, operation: &str) -> String {
    match object {
        Some(object) => format!("{object}.{operation}"),
        None => operation.to_owned(),
    }
}

fn name(interleaving: &Interleaving, lane: usize) -> &str {
    interleaving.lanes.get(lane).map_or("?", |lane| lane.name.as_str())
}

/// ` 12   ` for a line of the learner's file, blanks for a step of the hidden test.
fn margin(place: Option<Place>) -> Span<'static> {
    let number = place.map_or(String::new(), |place| place.line.to_string());
    Span::from(format!("{number:>4}  ")).dim()
}

fn style(row: &Row) -> Style {
    if row.decisive { Style::new().red().bold() } else { Style::new() }
}

/// A row in its lane. A note stands behind the step where there is room to the right, which only later lanes lose.
fn in_lane(row: &Row, position: usize, lane_width: usize, width: usize) -> Line<'static> {
    let indent = lane_width * position;
    let room = width.saturating_sub(MARGIN + indent);
    let text = cut(&row.text, if row.note.is_some() { room } else { room.min(lane_width.max(1) * 2) });
    let mut spans = vec![margin(row.place), Span::from(" ".repeat(indent)), Span::styled(text.clone(), style(row))];
    if let Some(note) = &row.note {
        let taken = textwrap::core::display_width(&text) + 2;
        let note = cut(note, room.saturating_sub(taken));
        if !note.is_empty() {
            spans.push(Span::from(format!("  {note}")).yellow());
        }
    }
    Line::from(spans)
}

/// A row that begins with the name of its thread.
fn numbered(row: &Row, interleaving: &Interleaving, width: usize) -> Line<'static> {
    const NAME: usize = 12;
    let room = width.saturating_sub(MARGIN + NAME);
    let text = cut(&row.text, room);
    let taken = textwrap::core::display_width(&text) + 2;
    let mut spans = vec![
        margin(row.place),
        Span::from(columns(name(interleaving, row.lane), NAME)).bold(),
        Span::styled(text, style(row)),
    ];
    if let Some(note) = &row.note {
        spans.push(Span::from(format!("  {}", cut(note, room.saturating_sub(taken)))).yellow());
    }
    Line::from(spans)
}
