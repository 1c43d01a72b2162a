//! The page about one student, fit to be handed back.

use jiff::Timestamp;
use maud::{Markup, html};
use threadlings::report::grouped;

use super::{mark, page, points, possible, prose};
use crate::output::markdown::{score_lines, waiting};
use crate::record::{Answer, Feedback, Held, Outcome, Picture, Record, Student, StudentResult};
use crate::stats;

/// The page.
pub(in crate::output) fn student(record: &Record, student: &Student) -> String {
    let title = format!("{}: {}", student.name.in_one_line(), record.course.title);
    let body = html! {
        header {
            p.course { (record.course.title) }
            h1 { bdi { (student.name.as_str()) } }
            p.who {
                @if student.id != student.name { bdi { (student.id.as_str()) } }
                @if !student.email.is_empty() { " · " bdi { (student.email.as_str()) } }
                @if !student.section.is_empty() { " · section " bdi { (student.section.as_str()) } }
            }
            p.total { strong { (student.total) } " of " (stats::possible(record)) " points" }
            @if student.pending > 0 {
                p.notice { (waiting(student.pending)) }
            }
            @if !record.settings.late.is_empty() { p.late { (record.settings.late) } }
            @for note in &student.notes { p.notice { (note.as_str()) } }
        }
        main.narrow {
            (overview(record, student))
            @for result in student.results.iter().filter(|result| stats::has_news(result)) {
                (section(record, result))
            }
        }
    };
    page(&title, &body)
}

fn overview(record: &Record, student: &Student) -> Markup {
    html! {
        table.overview {
            thead { tr { th scope="col" { "Exercise" } th scope="col" { "Outcome" } th.number scope="col" { "Points" } } }
            tbody {
                @for result in &student.results {
                    @let (class, mark) = mark(result);
                    tr {
                        th scope="row" {
                            @if stats::has_news(result) { a href={ "#" (result.exercise) } { (result.exercise) } }
                            @else { (result.exercise) }
                        }
                        td { span.mark.(class) { (mark) } " " (prose(&result.outcome.in_words())) }
                        td.number { (points(result)) " " span.quiet { (possible(record, &result.exercise)) } }
                    }
                }
            }
        }
    }
}

fn section(record: &Record, result: &StudentResult) -> Markup {
    let (class, mark) = mark(result);
    let chapter = record.course.exercises.iter().find(|one| one.name == result.exercise);
    html! {
        section.exercise id=(result.exercise) {
            h2 {
                span.mark.(class) { (mark) } " " (result.exercise)
                span.points { (points(result)) " " (possible(record, &result.exercise)) }
            }
            p.quiet {
                (prose(&result.outcome.in_words()))
                @if let Some(chapter) = chapter { " · " (chapter.chapter_title) }
                @if !result.path.is_empty() { " · " bdi { (result.path.as_str()) } }
                @if let Some(submitted) = &result.score.submitted { " · " span.time { "handed in " (shown(submitted)) } }
            }
            @for line in score_lines(&result.score) { p.notice { (line) } }
            @for note in &result.notes { p.notice { (note.as_str()) } }
            @if let Some(answer) = record.answer(result) { (feedback(answer)) }
        }
    }
}

/// A time as people read it.
fn shown(time: &str) -> String {
    let time = time.parse::<Timestamp>().map(|time| time.strftime("%Y-%m-%d %H:%M UTC").to_string());
    time.unwrap_or_default()
}

fn feedback(answer: &Answer) -> Markup {
    let Feedback { headline, details, held, picture: found, lines, compiler, output, help, about, .. } =
        &answer.feedback;
    html! {
        @if !headline.is_empty() {
            @if answer.outcome == Outcome::Pass { p { (prose(headline.as_str())) } }
            @else { p.headline { (prose(headline.as_str())) } }
        }
        @for detail in details { p { (prose(detail.as_str())) } }
        @if !held.is_empty() { (what_held(held)) }
        @if let Some(found) = found { (picture(found)) }
        @if !lines.is_empty() {
            pre.lines {
                @for line in lines { span.number { (format!("{:>4}", line.number)) } " " (line.text.as_str()) "\n" }
            }
        }
        @for error in compiler { pre { (error.as_str().trim_end()) } }
        @if !output.is_empty() {
            p.quiet { "Your code printed:" }
            pre { (output.as_str().trim_end()) }
        }
        @if !help.is_empty() { p.help { (prose(help.as_str())) } }
        @if !about.is_empty() { p.quiet { "What is tested: " (prose(about.as_str())) } }
    }
}

/// What held, and how often each of it was tried.
fn what_held(held: &[Held]) -> Markup {
    html! {
        table.held {
            thead { tr { th.number scope="col" { "Tried" } th scope="col" { "What held each time" } } }
            tbody {
                @for Held { times, about } in held {
                    tr { td.number { (grouped(*times)) " ×" } td { (prose(about.as_str())) } }
                }
            }
        }
    }
}

/// The execution: a column for each thread that does something, time runs downwards.
fn picture(picture: &Picture) -> Markup {
    let does_something = |lane: &usize| picture.rows.iter().any(|row| row.lane == *lane);
    let used: Vec<usize> = (0..picture.lanes.len()).filter(does_something).collect();
    html! {
        div.scroll tabindex="0" role="region" aria-label="What the threads did" {
            table.picture {
                thead {
                    tr {
                        th scope="col" { span.quiet { "line" } }
                        @for lane in &used { th scope="col" { (picture.lanes[*lane].in_one_line()) } }
                    }
                }
                tbody {
                    @for row in &picture.rows {
                        tr.decisive[row.decisive] {
                            td.number { @if let Some(line) = row.line { (line) } }
                            @for lane in &used {
                                td {
                                    @if *lane == row.lane {
                                        code { (row.text.in_one_line()) }
                                        @if !row.note.is_empty() { " " span.note { (row.note.in_one_line()) } }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
