//! What the keys do.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::event::Action;
use super::list::List;
use super::state::{Page, State};
use super::view;

impl State {
    pub(super) fn on_key(&mut self, key: KeyEvent) -> Vec<Action> {
        if key.kind == KeyEventKind::Release {
            return Vec::new();
        }
        self.notice = None;
        if key.modifiers.contains(KeyModifiers::CONTROL) {
            return match key.code {
                KeyCode::Char('c') => vec![Action::Cancel, Action::Quit(None)],
                KeyCode::Char('z') => vec![Action::StopJob],
                _ => Vec::new(),
            };
        }
        if let Some(exercise) = self.asks_reset.take() {
            return self.on_reset_answer(key.code, exercise);
        }
        match self.page.clone() {
            Page::List(list) if list.typing => {
                self.on_search_key(key, list);
                return Vec::new();
            }
            Page::List(list) if key.code == KeyCode::Esc => return self.on_list_key(key.code, list),
            _ => {}
        }
        match key.code {
            KeyCode::Char('q') => return vec![Action::Cancel, Action::Quit(None)],
            KeyCode::Char('r') => return self.judge_again(),
            KeyCode::Char('?') => self.toggle(Page::Help),
            KeyCode::Char('l') => self.toggle(Page::List(List { cursor: self.current, ..List::default() })),
            KeyCode::Char('e') => return vec![Action::Edit(self.line_to_edit())],
            KeyCode::Esc => self.show(Page::Verdict),
            code => {
                return match self.page.clone() {
                    Page::List(list) => self.on_list_key(code, list),
                    Page::Walk { step } if self.on_walk_key(code, step) => Vec::new(),
                    _ => self.on_page_key(code),
                };
            }
        }
        Vec::new()
    }

    fn on_page_key(&mut self, code: KeyCode) -> Vec<Action> {
        let page = view::height(self).saturating_sub(1).max(1).cast_signed();
        match code {
            KeyCode::Char('n') => return self.go_on(),
            KeyCode::Char('h') => return self.show_hint(),
            KeyCode::Char('x') => self.asks_reset = Some(self.current),
            KeyCode::Char('t') if matches!(self.page, Page::Walk { .. }) => self.show(Page::Verdict),
            KeyCode::Char('t') => return self.start_walk(),
            KeyCode::Char('d') if self.page == Page::Diff => self.show(Page::Verdict),
            KeyCode::Char('d') => return self.start_diff(),
            KeyCode::Char('o') if self.page == Page::Output => self.show(Page::Verdict),
            KeyCode::Char('o') if self.output().trim().is_empty() => {
                self.notice = Some("Your code has printed nothing that belongs to this verdict.".into());
            }
            KeyCode::Char('o') => self.show(Page::Output),
            KeyCode::Char('a') => {
                self.show(Page::Verdict);
                self.whole = !self.whole;
            }
            KeyCode::Up | KeyCode::Char('k') => self.scroll_by(-1),
            KeyCode::Down | KeyCode::Char('j') => self.scroll_by(1),
            KeyCode::PageUp => self.scroll_by(-page),
            KeyCode::PageDown | KeyCode::Char(' ') => self.scroll_by(page),
            KeyCode::Home => self.scroll_by(isize::MIN),
            KeyCode::End => self.scroll_by(isize::MAX),
            _ => {}
        }
        Vec::new()
    }

    /// A key that moves along the failing execution; false if it is another one.
    fn on_walk_key(&mut self, code: KeyCode, step: usize) -> bool {
        let last = self.walk(view::columns(self)).map_or(0, |walk| walk.steps.len().saturating_sub(1));
        let step = match code {
            KeyCode::Up | KeyCode::Left | KeyCode::Char('k') => step.saturating_sub(1),
            KeyCode::Down | KeyCode::Right | KeyCode::Char('j' | ' ') => step + 1,
            KeyCode::PageUp => step.saturating_sub(10),
            KeyCode::PageDown => step + 10,
            KeyCode::Home => 0,
            KeyCode::End => usize::MAX,
            _ => return false,
        };
        self.page = Page::Walk { step: step.min(last) };
        true
    }

    fn on_reset_answer(&mut self, code: KeyCode, exercise: usize) -> Vec<Action> {
        if code == KeyCode::Char('y') {
            return self
                .course
                .exercises()
                .nth(exercise)
                .map(|it| Action::Reset(it.name.clone()))
                .into_iter()
                .collect();
        }
        self.notice = Some("Nothing was changed.".into());
        Vec::new()
    }

    fn go_on(&mut self) -> Vec<Action> {
        let next = self.next().map(|exercise| exercise.name.clone());
        match next.and_then(|name| self.course.exercises().position(|exercise| exercise.name == name)) {
            Some(index) if self.is_solved() => return self.open(index),
            Some(_) => self.notice = Some("Not solved yet. Press h for a hint, or l to jump elsewhere.".into()),
            None if self.is_solved() => self.notice = Some("Everything is solved. Press l for the list.".into()),
            None => self.notice = Some("Not solved yet, and the last one. Press h for a hint.".into()),
        }
        Vec::new()
    }

    fn toggle(&mut self, page: Page) {
        let is_open = std::mem::discriminant(&self.page) == std::mem::discriminant(&page);
        self.show(if is_open { Page::Verdict } else { page });
    }
}
