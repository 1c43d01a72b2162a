//! The interleaving as a table: a lane for each thread, time runs downwards.

use ratatui::style::{Style, Stylize};
use ratatui::text::{Line, Span};
use threadlings_report::{Interleaving, Place, Step};

use textwrap::core::display_width;

use super::explain;
use super::names::Names;
use super::width::{columns, cut};

/// More threads than this do not get a lane each but a row with their name.
const MOST_LANES: usize = 3;

/// Columns of the line number, with the blanks around it.
const MARGIN: usize = 6;

/// Columns between two lanes.
const GAP: usize = 3;

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
    let widths = lane_widths(&used, &rows, interleaving, width.saturating_sub(MARGIN));
    let mut head = " ".repeat(MARGIN);
    for (lane, width) in used.iter().zip(&widths) {
        head.push_str(&columns(name(interleaving, *lane), *width));
    }
    lines.push(Line::from(head.trim_end().to_owned()).bold());
    lines.extend(fold);
    for row in &rows {
        let position = used.iter().position(|lane| *lane == row.lane).unwrap_or(0);
        let indent = widths[..position].iter().sum();
        lines.push(in_lane(row, indent, width));
    }
    lines
}

/// Each lane is as wide as its steps need, but for the last, which takes the rest: its notes have nowhere else to go.
fn lane_widths(used: &[usize], rows: &[Row], interleaving: &Interleaving, width: usize) -> Vec<usize> {
    let fair = width / used.len().max(1);
    let needed = used.iter().map(|lane| {
        let own = rows.iter().filter(|row| row.lane == *lane).map(|row| row.text.as_str());
        own.chain([name(interleaving, *lane)]).map(display_width).max().unwrap_or(0) + GAP
    });
    let mut widths: Vec<usize> = needed.map(|needed| needed.min(fair)).collect();
    if let Some(last) = widths.pop() {
        let rest = width.saturating_sub(widths.iter().sum());
        widths.push(rest.max(last));
    }
    widths
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
            note: Some(explain::stuck_in_short(blocked, interleaving)),
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
    let object =
        step.object.and_then(|object| names.short(object, step.place).or_else(|| names.in_place_of_name(object)));
    // Nothing is worth saying about a value that cannot differ.
    let value = |value: &'_ Option<String>| value.clone().filter(|value| value != "()");
    let wrote = value(&step.wrote).map_or(String::new(), |wrote| format!("({wrote})"));
    let read = value(&step.read).map_or(String::new(), |read| format!(" → {read}"));
    match step.operation.split_once(", ") {
        Some((first, last)) => format!("{}{read}, {last}{wrote}", called(object.as_deref(), first)),
        None => format!("{}{wrote}{read}", called(object.as_deref(), &step.operation)),
    }
}

fn called(object: Option<&str>, operation: &str) -> String {
    match object {
        Some(path) if path.ends_with("::") => format!("{path}{operation}"),
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

/// A row in its lane. What does not fit there runs on to the right, where only this row's lane has something to say.
fn in_lane(row: &Row, indent: usize, width: usize) -> Line<'static> {
    let room = width.saturating_sub(MARGIN + indent);
    let text = cut(&row.text, room);
    let taken = display_width(&text) + 2;
    let mut spans = vec![margin(row.place), Span::from(" ".repeat(indent)), Span::styled(text, style(row))];
    if let Some(note) = &row.note {
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
    let taken = display_width(&text) + 2;
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
