//! Printing: styled lines become text with colours, and a reader that has gone is no error.

use std::fmt::Write as _;
use std::io::{self, IsTerminal, Write};

use colored::{Color as Paint, ColoredString, Colorize};
use ratatui::crossterm::terminal;
use ratatui::style::{Color, Modifier, Style};
use ratatui::text::{Line, Text};

/// Writes to standard output.
///
/// # Errors
/// If it cannot be written, except that whoever reads it has had enough.
pub fn out(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

/// Writes a line to standard error. There is nobody to tell if that fails.
pub fn note(line: &str) {
    let _ = writeln!(io::stderr().lock(), "{line}");
}

/// Tells about something that went wrong on the way but stops nothing.
pub fn warn(message: &str) {
    note(&format!("warning: {message}"));
}

/// How many columns there are: the terminal's, within reason, or 80 in a pipe.
pub fn width() -> u16 {
    if !io::stdout().is_terminal() {
        return 80;
    }
    terminal::size().map_or(80, |(columns, _)| columns.clamp(20, 120))
}

/// The lines as one text; whether there are colours in it is for `colored` to decide.
pub fn paint(text: &Text<'_>) -> String {
    let mut painted = String::new();
    for line in &text.lines {
        paint_line(&mut painted, text.style, line);
        painted.push('\n');
    }
    painted
}

fn paint_line(painted: &mut String, base: Style, line: &Line<'_>) {
    let plain_end = line.spans.iter().rposition(|span| !span.content.trim().is_empty());
    let Some(last) = plain_end else { return };
    for (index, span) in line.spans[..=last].iter().enumerate() {
        let content: &str = if index == last { span.content.trim_end() } else { &span.content };
        let style = base.patch(line.style).patch(span.style);
        write!(painted, "{}", paint_span(content, style)).expect("a string takes everything");
    }
}

fn paint_span(content: &str, style: Style) -> ColoredString {
    let mut painted = ColoredString::from(content);
    if let Some(paint) = style.fg.and_then(paint_of) {
        painted = painted.color(paint);
    }
    if let Some(paint) = style.bg.and_then(paint_of) {
        painted = painted.on_color(paint);
    }
    for modifier in style.add_modifier.iter() {
        painted = match modifier {
            Modifier::BOLD => painted.bold(),
            Modifier::DIM => painted.dimmed(),
            Modifier::ITALIC => painted.italic(),
            Modifier::UNDERLINED => painted.underline(),
            Modifier::REVERSED => painted.reversed(),
            _ => painted,
        };
    }
    painted
}

fn paint_of(color: Color) -> Option<Paint> {
    Some(match color {
        Color::Reset => return None,
        Color::Black => Paint::Black,
        Color::Red => Paint::Red,
        Color::Green => Paint::Green,
        Color::Yellow => Paint::Yellow,
        Color::Blue => Paint::Blue,
        Color::Magenta => Paint::Magenta,
        Color::Cyan => Paint::Cyan,
        Color::Gray => Paint::White,
        Color::DarkGray => Paint::BrightBlack,
        Color::LightRed => Paint::BrightRed,
        Color::LightGreen => Paint::BrightGreen,
        Color::LightYellow => Paint::BrightYellow,
        Color::LightBlue => Paint::BrightBlue,
        Color::LightMagenta => Paint::BrightMagenta,
        Color::LightCyan => Paint::BrightCyan,
        Color::White => Paint::BrightWhite,
        Color::Rgb(r, g, b) => Paint::TrueColor { r, g, b },
        Color::Indexed(index) => Paint::AnsiColor(index),
    })
}

#[cfg(test)]
mod tests {
    use ratatui::text::Span;

    use super::*;

    // One test: whether there are colours is one setting for the whole process.
    #[test]
    fn styles_become_escape_sequences_where_colours_are_wanted() {
        let text = Text::from(vec![
            Line::from(vec![
                Span::styled("✗ ", Style::new().fg(Color::Red).add_modifier(Modifier::BOLD)),
                Span::raw("lost   "),
            ]),
            Line::from("   "),
            Line::from("quiet").style(Style::new().add_modifier(Modifier::DIM)),
        ]);
        colored::control::set_override(false);
        assert_eq!(paint(&text), "✗ lost\n\nquiet\n");
        colored::control::set_override(true);
        assert_eq!(paint(&text), "\u{1b}[1;31m✗ \u{1b}[0mlost\n\n\u{1b}[2mquiet\u{1b}[0m\n");
        colored::control::unset_override();
    }
}
