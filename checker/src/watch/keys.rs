//! What the keys do.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::event::Action;
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
        if self.asks_reset {
            return self.on_reset_answer(key.code);
        }
        match key.code {
            KeyCode::Char('q') => return vec![Action::Cancel, Action::Quit(None)],
            KeyCode::Char('r') => return self.judge_again(),
            KeyCode::Char('?') => self.toggle(Page::Help),
            KeyCode::Char('l') => self.toggle(Page::List { cursor: self.current }),
            KeyCode::Esc => self.show(Page::Verdict),
            code => {
                return match self.page {
                    Page::List { cursor } => self.on_list_key(code, cursor),
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
            KeyCode::Char('x') => self.asks_reset = true,
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

    fn on_list_key(&mut self, code: KeyCode, cursor: usize) -> Vec<Action> {
        let page = view::height(self).max(1);
        let cursor = match code {
            KeyCode::Enter => return self.open(cursor),
            KeyCode::Up | KeyCode::Char('k') => cursor.saturating_sub(1),
            KeyCode::Down | KeyCode::Char('j') => cursor + 1,
            KeyCode::PageUp => cursor.saturating_sub(page),
            KeyCode::PageDown | KeyCode::Char(' ') => cursor + page,
            KeyCode::Home => 0,
            KeyCode::End => usize::MAX,
            _ => cursor,
        };
        let last = self.course.exercises().count() - 1;
        self.page = Page::List { cursor: cursor.min(last) };
        Vec::new()
    }

    fn on_reset_answer(&mut self, code: KeyCode) -> Vec<Action> {
        self.asks_reset = false;
        if code == KeyCode::Char('y') {
            return vec![Action::Reset(self.exercise().name.clone())];
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
