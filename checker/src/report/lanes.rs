//! The interleaving as a table: a lane for each thread, time runs downwards.

use ratatui::style::{Style, Stylize};
use ratatui::text::{Line, Span};
use threadlings_report::{Blocked, Interleaving, Place, Step, WaitsFor};

use textwrap::core::display_width;

use super::explain;
use super::names::Names;
use super::walk::WalkStep;
use super::width::{columns, cut};

/// More threads than this do not get a lane each but a row with their name.
const MOST_LANES: usize = 3;

/// Columns of the line number, with the blanks around it.
const MARGIN: usize = 6;

/// Columns between two lanes.
const GAP: usize = 3;

/// Columns of the name of a thread in front of a row.
const NAME: usize = 12;

/// Columns of a lane that has to give way.
const NARROWEST: usize = 14;

/// One row of the table before it is laid out.
pub(super) struct Row {
    pub(super) lane: usize,
    place: Option<Place>,
    pub(super) text: String,
    pub(super) note: Option<String>,
    pub(super) decisive: bool,
    /// Whether `place` is where it happened.
    has_line: bool,
}

impl Row {
    /// The line of the learner's file where it happened. A step of the hidden test has none, nor has the end of a guard,
    /// of which only the beginning has one.
    pub(super) fn line(&self) -> Option<u32> {
        self.place.filter(|_| self.has_line).map(|place| place.line)
    }
}

/// Rows that remarks below their steps may take, besides those of the steps.
const REMARKS: usize = 2;

/// Rows of the table besides its height: the head, that steps are folded, and the remarks.
pub(super) const BESIDES: usize = 2 + REMARKS;

/// The table in at most `width` columns and, unless it is `None`, about `height` rows: the first steps are folded then.
pub(super) fn table(
    interleaving: &Interleaving,
    names: &Names<'_>,
    width: usize,
    height: Option<usize>,
) -> Vec<Line<'static>> {
    let mut rows = rows(interleaving, names);
    let mut folded = 0;
    if let Some(height) = height {
        if rows.len() > height {
            folded = rows.len() - height.saturating_sub(1);
        }
        let layout = Layout::new(interleaving, &rows[folded..], width);
        let height_of = |row: &Row| layout.lines(row, interleaving).len();
        let mut needed: usize = rows[folded..].iter().map(height_of).sum();
        while needed > height + REMARKS {
            needed -= height_of(&rows[folded]);
            folded += 1;
        }
        rows.drain(..folded);
    }
    let layout = Layout::new(interleaving, &rows, width);
    let mut lines = vec![layout.head(interleaving)];
    if folded > 0 {
        lines.push(Line::from(format!("   ⋮  {folded} earlier steps")).dim());
    }
    lines.extend(rows.iter().flat_map(|row| layout.lines(row, interleaving)));
    lines
}

/// The same table with nothing folded, step by step.
pub(super) fn steps(interleaving: &Interleaving, names: &Names<'_>, width: usize) -> (Line<'static>, Vec<WalkStep>) {
    let rows = rows(interleaving, names);
    let layout = Layout::new(interleaving, &rows, width);
    let step = |row: &Row| WalkStep {
        lane: row.lane,
        line: row.place.filter(|_| row.has_line).map(|place| place.line),
        lines: layout.lines(row, interleaving),
    };
    (layout.head(interleaving), rows.iter().map(step).collect())
}

/// Where the lanes are.
struct Layout {
    /// The threads that do something.
    used: Vec<usize>,
    /// The columns of each; none if there are too many for a lane each.
    widths: Option<Vec<usize>>,
    width: usize,
}

impl Layout {
    fn new(interleaving: &Interleaving, rows: &[Row], width: usize) -> Self {
        let mut used: Vec<usize> = rows.iter().map(|row| row.lane).collect();
        used.sort_unstable();
        used.dedup();
        let fits = used.len() <= MOST_LANES;
        let widths = fits.then(|| lane_widths(&used, rows, interleaving, width.saturating_sub(MARGIN)));
        Layout { used, widths, width }
    }

    /// The names of the threads; if they stand in front of each row, what the two columns are.
    fn head(&self, interleaving: &Interleaving) -> Line<'static> {
        let mut head = " ".repeat(MARGIN);
        match &self.widths {
            Some(widths) => {
                for (lane, width) in self.used.iter().zip(widths) {
                    head.push_str(&columns(name(interleaving, *lane), *width));
                }
            }
            None => head.push_str(&format!("{}step", columns("thread", NAME))),
        }
        Line::from(head.trim_end().to_owned()).bold()
    }

    fn lines(&self, row: &Row, interleaving: &Interleaving) -> Vec<Line<'static>> {
        let Some(widths) = &self.widths else { return numbered(row, interleaving, self.width) };
        let position = self.used.iter().position(|lane| *lane == row.lane).unwrap_or(0);
        in_lane(row, widths[..position].iter().sum(), self.width)
    }
}

/// Each lane is as wide as its steps need. The last one takes the rest, and if that is too little for its steps, the
/// others give way: what does not fit into them runs on to the right, which the last one cannot do.
fn lane_widths(used: &[usize], rows: &[Row], interleaving: &Interleaving, width: usize) -> Vec<usize> {
    let name_width = |lane: usize| display_width(name(interleaving, lane)) + GAP;
    let needed = |lane: usize| {
        let own = rows.iter().filter(|row| row.lane == lane).map(|row| display_width(&row.text) + GAP);
        own.chain([name_width(lane)]).max().unwrap_or(0)
    };
    let Some((&last, others)) = used.split_last() else { return Vec::new() };
    let fair = width.saturating_sub(needed(last)) / others.len().max(1);
    let narrow = |lane: usize| fair.max(NARROWEST).max(name_width(lane));
    let mut widths: Vec<usize> = others.iter().map(|&lane| needed(lane).min(narrow(lane))).collect();
    widths.push(width.saturating_sub(widths.iter().sum()));
    widths
}

/// Every row, in order.
pub(super) fn rows(interleaving: &Interleaving, names: &Names<'_>) -> Vec<Row> {
    let mut rows: Vec<Row> = interleaving.steps.iter().map(|step| row(step, names)).collect();
    if let Some(last) = rows.last_mut()
        && interleaving.blocked.is_empty()
    {
        last.decisive = true;
    }
    for blocked in &interleaving.blocked {
        let stuck = explain::stuck_in_short(blocked, interleaving);
        let last = interleaving.steps.iter().rposition(|step| step.lane == blocked.lane);
        // The step in which it began to wait, as `wait` of a condition variable does, is not told twice.
        if let Some(last) = last.filter(|last| begins(&interleaving.steps[*last], blocked)) {
            rows[last].decisive = true;
            rows[last].note = Some(stuck);
            continue;
        }
        let object = blocked.object.and_then(|object| names.short(object, blocked.place));
        rows.push(Row {
            lane: blocked.lane,
            place: blocked.place,
            text: called(object.as_deref(), &blocked.operation),
            note: Some(stuck),
            decisive: true,
            has_line: true,
        });
    }
    rows
}

/// Whether a thread began in this step to wait, and waits ever since.
fn begins(step: &Step, blocked: &Blocked) -> bool {
    // A probe may have said so in words of its own.
    let is_remark = step.place.is_none() && step.object.is_none() && step.operation.starts_with("waits ");
    if matches!(blocked.waits_for, WaitsFor::Probe { .. }) && is_remark {
        return true;
    }
    (&step.operation, step.place, step.object) == (&blocked.operation, blocked.place, blocked.object)
        && step.read.is_none()
}

/// Operations on a thread, which the note names.
pub(super) const ON_THREADS: [&str; 3] = ["spawn", "join", "unpark"];

fn row(step: &Step, names: &Names<'_>) -> Row {
    let (mut text, mut note) = (operation(step, names), step.note.as_deref().map(|note| names.fill(note)));
    if ON_THREADS.contains(&step.operation.as_str())
        && let Some(thread) = note.take()
    {
        // `join thread 1 → Err`
        text = text.replacen(&step.operation, &format!("{} {thread}", step.operation), 1);
    }
    let has_line = step.operation != "unlock";
    Row { lane: step.lane, place: step.place, text, note, decisive: step.decisive, has_line }
}

/// A step as it is written in a lane: `balance.load → 100`, `ready.store(true, Relaxed)`, `next.fetch_add: 1 → 2`,
/// `points.lock → 1, unlock(2)`.
fn operation(step: &Step, names: &Names<'_>) -> String {
    let object = step.object.and_then(|object| match step.operation.as_str() {
        // What it will be called has no `new`.
        "new" => names.in_place_of_name(object).or_else(|| names.short(object, step.place)),
        _ => names.short(object, step.place).or_else(|| names.in_place_of_name(object)),
    });
    // Nothing is worth saying about a value that cannot differ.
    let value = |value: &'_ Option<String>| value.clone().filter(|value| value != "()");
    let (before, after) = (value(&step.read), value(&step.wrote));
    if let (Some(before), Some(after)) = (&before, &after)
        && changes_in_one_step(&step.operation)
    {
        let ordering = step.ordering.as_ref().map_or(String::new(), |ordering| format!("({ordering})"));
        return format!("{}{ordering}: {before} → {after}", called(object.as_deref(), &step.operation));
    }
    let given: Vec<String> = after.into_iter().chain(step.ordering.clone()).collect();
    let wrote = if given.is_empty() { String::new() } else { format!("({})", given.join(", ")) };
    let read = before.map_or(String::new(), |read| format!(" → {read}"));
    match step.operation.split_once(", ") {
        Some((first, last)) => format!("{}{read}, {last}{wrote}", called(object.as_deref(), first)),
        None => format!("{}{wrote}{read}", called(object.as_deref(), &step.operation)),
    }
}

/// Whether it is an operation on an atomic that reads and writes at once: what it wrote is not what it was given.
fn changes_in_one_step(operation: &str) -> bool {
    operation.starts_with("fetch_") || operation.starts_with("compare_exchange") || operation == "swap"
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

/// ` 12   ` for a line of the learner's file, else blanks.
fn margin(row: &Row) -> Span<'static> {
    let number = row.line().map_or(String::new(), |line| line.to_string());
    Span::from(format!("{number:>4}  ")).dim()
}

fn style(row: &Row) -> Style {
    if row.decisive { Style::new().red().bold() } else { Style::new() }
}

/// A row in its lane. What does not fit there runs on to the right, where only this row's lane has something to say.
fn in_lane(row: &Row, indent: usize, width: usize) -> Vec<Line<'static>> {
    laid_out(row, vec![margin(row), Span::from(" ".repeat(indent))], MARGIN + indent, width)
}

/// A row that begins with the name of its thread.
fn numbered(row: &Row, interleaving: &Interleaving, width: usize) -> Vec<Line<'static>> {
    let name = Span::from(columns(name(interleaving, row.lane), NAME)).bold();
    laid_out(row, vec![margin(row), name], MARGIN + NAME, width)
}

/// What happened behind what stands in front of it, which is `indent` columns wide. A note that does not fit behind it
/// goes below it.
fn laid_out(row: &Row, mut front: Vec<Span<'static>>, indent: usize, width: usize) -> Vec<Line<'static>> {
    let text = cut(&row.text, width.saturating_sub(indent));
    let room = width.saturating_sub(indent + display_width(&text) + 2);
    front.push(Span::styled(text, style(row)));
    let Some(note) = &row.note else { return vec![Line::from(front)] };
    if display_width(note) <= room {
        front.push(Span::from(format!("  {note}")).magenta());
        return vec![Line::from(front)];
    }
    let indent = indent.min(width.saturating_sub(display_width(note) + 2)) + 2;
    let note = Span::from(cut(note, width.saturating_sub(indent))).magenta();
    vec![Line::from(front), Line::from(vec![Span::from(" ".repeat(indent)), note])]
}

#[cfg(test)]
mod tests {
    use super::*;
    use threadlings_report::Lane;

    const SOURCE: &str = "shared.lock();\n";

    fn step(lane: usize, operation: &str) -> Step {
        let place = Some(Place { line: 1, column: 8 });
        Step { lane, place, operation: operation.into(), object: Some(0), ..Step::default() }
    }

    fn shown(steps: Vec<Step>, blocked: Vec<Blocked>, width: usize) -> Vec<String> {
        let lanes = ["main", "thread 1", "thread 2", "thread 3"].map(|name| Lane { name: name.into() }).into();
        let objects = vec![threadlings_report::Object { kind: "Mutex".into(), made: None }];
        let interleaving = Interleaving { lanes, steps, blocked, objects };
        let lines = table(&interleaving, &Names::new(SOURCE, &interleaving), width, Some(9));
        lines.iter().map(|line| line.to_string().trim_end().to_owned()).collect()
    }

    #[test]
    fn a_lane_gives_way_and_its_rows_run_on() {
        let lock = |lane| Step { read: Some("a long value".into()), ..step(lane, "lock, unlock") };
        assert_eq!(
            shown(vec![lock(0), lock(1)], Vec::new(), 60),
            [
                "      main             thread 1",
                "   1  shared.lock → a long value, unlock",
                "   1                   shared.lock → a long value, unlock",
            ]
        );
    }

    #[test]
    fn what_is_new_is_called_by_its_type() {
        let new = Step { place: None, ..step(0, "new") };
        let upgrade = Step { place: Some(Place { line: 1, column: 10 }), ..step(0, "upgrade") };
        let objects = vec![threadlings_report::Object { kind: "Arc".into(), made: None }];
        let interleaving = Interleaving { steps: vec![new, upgrade], objects, ..Interleaving::default() };
        let names = Names::new("observer.upgrade();\n", &interleaving);
        let texts: Vec<String> = interleaving.steps.iter().map(|step| operation(step, &names)).collect();
        assert_eq!(texts, ["Arc::new", "observer.upgrade"]);
    }

    #[test]
    fn a_note_that_does_not_fit_goes_below() {
        let noted = |note: &str| Step { note: Some(note.into()), ..step(0, "lock") };
        assert_eq!(shown(vec![noted("short")], Vec::new(), 26)[1..], ["   1  shared.lock  short"]);
        assert_eq!(
            shown(vec![noted("too long by far")], Vec::new(), 26)[1..],
            ["   1  shared.lock", "        too long by far"]
        );
    }

    #[test]
    fn more_than_three_threads_get_rows_with_their_names() {
        assert_eq!(
            shown((0..4).map(|lane| step(lane, "lock")).collect(), Vec::new(), 60),
            [
                "      thread      step",
                "   1  main        shared.lock",
                "   1  thread 1    shared.lock",
                "   1  thread 2    shared.lock",
                "   1  thread 3    shared.lock",
            ]
        );
    }

    #[test]
    fn a_wait_that_never_ends_is_told_once_and_where_it_began() {
        let wait = Step { note: Some("unlocks and waits".into()), ..step(1, "wait") };
        let blocked = Blocked {
            lane: 1,
            place: wait.place,
            operation: "wait".into(),
            object: Some(0),
            waits_for: WaitsFor::Notification,
        };
        assert_eq!(
            shown(vec![wait, step(0, "lock")], vec![blocked], 60)[1..],
            ["   1                shared.wait  stuck: nobody notifies", "   1  shared.lock"]
        );
    }

    #[test]
    fn what_an_atomic_had_and_has_is_told() {
        let exchange = |ordering: Option<&str>| Step {
            read: Some("1".into()),
            wrote: Some("3".into()),
            ordering: ordering.map(str::to_owned),
            ..step(0, "fetch_add")
        };
        let store = Step { wrote: Some("3".into()), ordering: Some("Release".into()), ..step(0, "store") };
        assert_eq!(
            shown(vec![exchange(None), exchange(Some("Relaxed")), store], Vec::new(), 60)[1..],
            [
                "   1  shared.fetch_add: 1 → 3",
                "   1  shared.fetch_add(Relaxed): 1 → 3",
                "   1  shared.store(3, Release)"
            ]
        );
    }

    #[test]
    fn an_operation_on_a_thread_names_it() {
        let join = Step { object: None, note: Some("thread 1".into()), read: Some("Err".into()), ..step(0, "join") };
        assert_eq!(shown(vec![join], Vec::new(), 60)[1..], ["   1  join thread 1 → Err"]);
    }

    #[test]
    fn the_end_of_a_guard_has_no_line() {
        let rows = shown(vec![step(0, "lock"), step(1, "lock"), step(0, "unlock")], Vec::new(), 60);
        assert_eq!(rows[3], "      shared.unlock");
    }
}
