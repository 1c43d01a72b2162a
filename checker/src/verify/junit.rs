//! The result as JUnit XML, which most CI systems show: a suite for each exercise, a case for each file.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::record::{Judged, Verification};

/// A whole XML document.
pub fn render(verification: &Verification) -> String {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    write(verification, &mut writer).expect("a vector takes everything");
    let mut text = String::from_utf8(writer.into_inner()).expect("what was written is text");
    text.push('\n');
    text
}

fn write(verification: &Verification, writer: &mut Writer<Vec<u8>>) -> io::Result<()> {
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let counts = counts(verification.files.iter());
    let time = seconds(verification.seconds);
    let name = allowed(&verification.course);
    let suites = writer.create_element("testsuites").with_attributes(counts.iter().map(attribute));
    let suites = suites.with_attributes([("name", name.as_str()), ("time", time.as_str())]);
    suites.write_inner_content(|writer| {
        let exercise = |judged: &Judged| (judged.chapter.clone(), judged.exercise.clone());
        verification
            .files
            .chunk_by(|one, next| exercise(one) == exercise(next))
            .try_for_each(|files| suite(files, writer))
    })?;
    Ok(())
}

fn suite(files: &[Judged], writer: &mut Writer<Vec<u8>>) -> io::Result<()> {
    let name = allowed(&class(&files[0]));
    let time = seconds(files.iter().map(|judged| judged.seconds).sum());
    let suite = writer.create_element("testsuite").with_attributes(counts(files.iter()).iter().map(attribute));
    let suite = suite.with_attributes([("name", name.as_str()), ("time", time.as_str())]);
    suite.write_inner_content(|writer| files.iter().try_for_each(|judged| case(judged, writer)))?;
    Ok(())
}

fn case(judged: &Judged, writer: &mut Writer<Vec<u8>>) -> io::Result<()> {
    let class = allowed(&class(judged));
    let file = allowed(&judged.file);
    let time = seconds(judged.seconds);
    let case = writer.create_element("testcase").with_attributes([
        ("classname", class.as_str()),
        ("name", file.as_str()),
        ("file", file.as_str()),
        ("time", time.as_str()),
    ]);
    if !judged.differs() {
        case.write_empty()?;
        return Ok(());
    }
    let message = allowed(&format!("{}: expected {}, found {}", judged.role.name(), judged.expected, judged.found));
    let text = allowed(judged.text.as_deref().unwrap_or_default());
    case.write_inner_content(|writer| {
        let failure = writer.create_element("failure").with_attribute(("message", message.as_str()));
        failure.write_text_content(BytesText::new(&text))?;
        Ok(())
    })?;
    Ok(())
}

fn class(judged: &Judged) -> String {
    format!("{}.{}", judged.chapter, judged.exercise)
}

fn counts<'a>(files: impl Iterator<Item = &'a Judged>) -> [(&'static str, String); 3] {
    let (count, differ) =
        files.fold((0, 0), |(count, differ), judged| (count + 1, differ + usize::from(judged.differs())));
    [("tests", count.to_string()), ("failures", differ.to_string()), ("errors", "0".to_owned())]
}

fn attribute<'a>((name, value): &'a (&'static str, String)) -> (&'a str, &'a str) {
    (name, value)
}

fn seconds(seconds: f64) -> String {
    format!("{seconds:.3}")
}

/// Without the characters that no XML document may hold, escaped or not.
fn allowed(text: &str) -> String {
    let is_allowed = |character: &char| matches!(character, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    text.chars().filter(is_allowed).collect()
}

#[cfg(test)]
mod tests {
    use super::super::record::sample;
    use super::*;

    #[test]
    fn a_suite_for_each_exercise_and_a_case_for_each_file() {
        insta::assert_snapshot!(render(&sample::verification()));
    }

    #[test]
    fn whatever_was_printed_the_document_is_sound() {
        let mut verification = sample::verification();
        let evil = "]]> </failure> & \" ' \u{0}\u{8}\u{1b}[31m \u{fffe}\u{ffff} \u{1f980}";
        verification.files[1].text = Some(evil.into());
        verification.files[1].file = evil.into();
        let document = render(&verification);
        let mut reader = quick_xml::Reader::from_str(&document);
        let mut names = Vec::new();
        loop {
            match reader.read_event().unwrap() {
                Event::Eof => break,
                Event::Start(tag) | Event::Empty(tag) => names.push(tag.name().as_ref().to_owned()),
                _ => {}
            }
        }
        assert_eq!(names.iter().filter(|name| *name == "failure").count(), 1);
        assert!(document.contains("\u{1f980}"));
        assert!(!document.contains(['\u{0}', '\u{8}', '\u{1b}', '\u{fffe}', '\u{ffff}']), "{document}");
    }
}
