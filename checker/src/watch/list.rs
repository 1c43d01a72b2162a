//! The list of all exercises: by chapter, searched and filtered.

use ratatui::crossterm::event::{KeyCode, KeyEvent};
use ratatui::style::Stylize;
use ratatui::text::{Line, Span, Text};

use super::event::Action;
use super::state::{Page, State};
use super::view::{self, cut};
use crate::course::{Chapter, Exercise};

/// What of the list is shown, and where the cursor is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct List {
    /// The exercise under the cursor, by its place in the course.
    pub(super) cursor: usize,
    /// Only exercises whose name, or chapter, holds this.
    pub(super) search: String,
    /// Whether keys go into the search.
    pub(super) typing: bool,
    /// Which of them.
    pub(super) filter: Filter,
}

impl List {
    /// Whether neither a search nor a filter keeps exercises out of it.
    pub(super) fn is_whole(&self) -> bool {
        self.search.is_empty() && self.filter == Filter::All
    }
}

/// Which exercises are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Filter {
    /// All.
    #[default]
    All,
    /// Those that are not solved.
    Unsolved,
    /// Those that are.
    Solved,
}

impl Filter {
    /// What the foot of the screen calls it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Filter::All => "filter: all",
            Filter::Unsolved => "filter: unsolved",
            Filter::Solved => "filter: solved",
        }
    }

    fn next(self) -> Self {
        match self {
            Filter::All => Filter::Unsolved,
            Filter::Unsolved => Filter::Solved,
            Filter::Solved => Filter::All,
        }
    }
}

/// One row of the list.
enum Row<'a> {
    Chapter(&'a Chapter),
    Exercise(usize, &'a Exercise),
}

fn rows<'a>(state: &'a State, list: &List) -> Vec<Row<'a>> {
    let mut rows = Vec::new();
    let mut index = 0;
    for chapter in &state.course.chapters {
        let mut head = Some(Row::Chapter(chapter));
        for exercise in &chapter.exercises {
            if is_shown(state, list, chapter, exercise) {
                rows.extend(head.take());
                rows.push(Row::Exercise(index, exercise));
            }
            index += 1;
        }
    }
    rows
}

fn is_shown(state: &State, list: &List, chapter: &Chapter, exercise: &Exercise) -> bool {
    let wanted = match list.filter {
        Filter::All => true,
        Filter::Unsolved => !state.progress.solved(exercise),
        Filter::Solved => state.progress.solved(exercise),
    };
    let holds =
        |text: &str| text.to_lowercase().replace('_', " ").contains(&list.search.to_lowercase().replace('_', " "));
    wanted && (holds(&exercise.name) || holds(&chapter.title))
}

/// Whether the text holds what is searched; case does not count, nor whether words are joined by `_` or a blank.
fn holds(text: &str, search: &str) -> bool {
    let plain = |text: &str| text.to_lowercase().replace('_', " ");
    plain(text).contains(&plain(search))
}

/// The places in the course of the exercises that are shown, in order.
fn shown(state: &State, list: &List) -> Vec<usize> {
    let rows = rows(state, list);
    rows.iter().filter_map(|row| if let Row::Exercise(index, _) = row { Some(*index) } else { None }).collect()
}

/// The list in lines of at most `width` columns.
pub(super) fn content(state: &State, list: &List, width: u16) -> Text<'static> {
    let width = usize::from(width);
    let widest = state.course.exercises().map(|exercise| exercise.name.len()).max().unwrap_or(0);
    let mut text = Text::default();
    for row in rows(state, list) {
        text.push_line(match row {
            Row::Chapter(chapter) => chapter_line(state, chapter, width),
            Row::Exercise(index, exercise) => exercise_line(state, list, (index, exercise), widest, width),
        });
    }
    if text.lines.is_empty() {
        text.push_line("Nothing is like that. Esc shows all exercises again.");
    }
    text
}

fn chapter_line(state: &State, chapter: &Chapter, width: usize) -> Line<'static> {
    let solved = chapter.exercises.iter().filter(|exercise| state.progress.solved(exercise)).count();
    let count = format!("  {solved} of {}", chapter.exercises.len());
    let title = cut(&chapter.title, width.saturating_sub(count.len()));
    Line::from(vec![Span::from(title).bold(), Span::from(count).dim()])
}

fn exercise_line(
    state: &State,
    list: &List,
    (index, exercise): (usize, &Exercise),
    widest: usize,
    width: usize,
) -> Line<'static> {
    let (mark, word) = match (state.progress.solved(exercise), index == state.current) {
        (true, true) => ("✓".green(), "solved, open".to_owned()),
        (true, false) => ("✓".green(), "solved".to_owned()),
        (false, true) => ("→".cyan().bold(), "open".to_owned()),
        (false, false) => match state.progress.hints(exercise) {
            0 => (Span::raw("·"), String::new()),
            hints => (Span::raw("·"), format!("{hints} of {} hints", exercise.hints.len())),
        },
    };
    let pointer = if index == list.cursor { "> " } else { "  " };
    let rest = format!(" {:widest$}  {word}", exercise.name);
    let rest = cut(rest.trim_end(), width.saturating_sub(3));
    let line = Line::from(vec![Span::raw(pointer), mark, Span::raw(rest)]);
    if index == list.cursor { line.reversed() } else { line }
}

/// The row in which the cursor is.
pub(super) fn cursor_row(state: &State, list: &List) -> usize {
    let is_cursor = |row: &Row<'_>| matches!(row, Row::Exercise(index, _) if *index == list.cursor);
    rows(state, list).iter().position(is_cursor).unwrap_or(0)
}

impl State {
    /// A key while the list is shown.
    pub(super) fn on_list_key(&mut self, code: KeyCode, mut list: List) -> Vec<Action> {
        let page = view::height(self).max(1);
        match code {
            KeyCode::Enter if shown(self, &list).contains(&list.cursor) => return self.open(list.cursor),
            KeyCode::Char('x') if shown(self, &list).contains(&list.cursor) => {
                self.asks_reset = Some(list.cursor);
                return Vec::new();
            }
            KeyCode::Char('/') => list.typing = true,
            KeyCode::Char('f') => list.filter = list.filter.next(),
            KeyCode::Esc if list.is_whole() => {
                self.show(Page::Verdict);
                return Vec::new();
            }
            KeyCode::Esc => (list.search, list.filter) = (String::new(), Filter::All),
            KeyCode::Up | KeyCode::Char('k') => self.move_by(&mut list, -1),
            KeyCode::Down | KeyCode::Char('j') => self.move_by(&mut list, 1),
            KeyCode::PageUp => self.move_by(&mut list, -page.cast_signed()),
            KeyCode::PageDown | KeyCode::Char(' ') => self.move_by(&mut list, page.cast_signed()),
            KeyCode::Home => self.move_by(&mut list, isize::MIN),
            KeyCode::End => self.move_by(&mut list, isize::MAX),
            KeyCode::Left => list.cursor = self.chapter_start(&list, false),
            KeyCode::Right => list.cursor = self.chapter_start(&list, true),
            _ => {}
        }
        self.keep_in_sight(&mut list);
        self.page = Page::List(list);
        Vec::new()
    }

    /// A key while a search is typed.
    pub(super) fn on_search_key(&mut self, key: KeyEvent, mut list: List) {
        match key.code {
            KeyCode::Char(character) => {
                list.search.push(character);
                list.cursor = self.best_hit(&list);
            }
            KeyCode::Backspace if list.search.pop().is_none() => list.typing = false,
            KeyCode::Enter => list.typing = false,
            KeyCode::Esc => (list.search, list.typing) = (String::new(), false),
            KeyCode::Up => self.move_by(&mut list, -1),
            KeyCode::Down => self.move_by(&mut list, 1),
            _ => {}
        }
        self.keep_in_sight(&mut list);
        self.page = Page::List(list);
    }

    /// The first exercise that is shown because of its own name, or else the first that is shown.
    fn best_hit(&self, list: &List) -> usize {
        let shown = shown(self, list);
        let names: Vec<&str> = self.course.exercises().map(|exercise| exercise.name.as_str()).collect();
        let by_name = shown.iter().find(|index| holds(names[**index], &list.search));
        by_name.or(shown.first()).copied().unwrap_or(list.cursor)
    }

    /// Moves the cursor by so many of the exercises that are shown.
    fn move_by(&self, list: &mut List, count: isize) {
        let shown = shown(self, list);
        let Some(last) = shown.len().checked_sub(1) else { return };
        let here = shown.iter().position(|index| *index == list.cursor).unwrap_or(0);
        list.cursor = shown[here.saturating_add_signed(count).min(last)];
    }

    /// The first exercise shown of the next chapter, or of this one, or, from there, of the one before.
    fn chapter_start(&self, list: &List, forward: bool) -> usize {
        let mut starts = Vec::new();
        let mut is_first = false;
        for row in rows(self, list) {
            match row {
                Row::Chapter(_) => is_first = true,
                Row::Exercise(index, _) if std::mem::take(&mut is_first) => starts.push(index),
                Row::Exercise(..) => {}
            }
        }
        let found = match forward {
            true => starts.iter().find(|start| **start > list.cursor),
            false => starts.iter().rev().find(|start| **start < list.cursor),
        };
        found.copied().unwrap_or(list.cursor)
    }

    /// If the exercise under the cursor is not shown any more, the nearest one that is gets the cursor.
    fn keep_in_sight(&self, list: &mut List) {
        let nearest = shown(self, list).into_iter().min_by_key(|index| index.abs_diff(list.cursor));
        list.cursor = nearest.unwrap_or(list.cursor);
    }
}
