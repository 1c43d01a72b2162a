//! The result as JUnit XML, which most CI systems show: a suite for each exercise with a case for each file, and a suite
//! for the rules.

use std::io;

use quick_xml::events::{BytesDecl, BytesText, Event};
use quick_xml::{ElementWriter, Writer};

use super::record::{Judged, Verification};
use crate::rules::Problem;

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
    let mut cases: Vec<Case> = verification.problems.iter().map(Case::of_problem).collect();
    if cases.is_empty() {
        cases.push(Case { class: RULES.into(), name: "all".into(), file: String::new(), seconds: 0.0, failure: None });
    }
    cases.extend(verification.files.iter().map(Case::of_file));
    let suites = element(writer, "testsuites", &verification.course, &cases, verification.seconds);
    suites.write_inner_content(|writer| {
        cases.chunk_by(|one, next| one.class == next.class).try_for_each(|cases| suite(cases, writer))
    })?;
    Ok(())
}

/// The suite with the rules that are broken.
const RULES: &str = "rules";

struct Case {
    class: String,
    name: String,
    file: String,
    seconds: f64,
    /// The message, and what belongs below it.
    failure: Option<(String, String)>,
}

impl Case {
    fn of_problem(problem: &Problem) -> Self {
        Case {
            class: RULES.into(),
            name: format!("{}:{} [{}]", problem.file, problem.line, problem.rule.name()),
            file: problem.file.clone(),
            seconds: 0.0,
            failure: Some((problem.message.clone(), problem.to_string())),
        }
    }

    fn of_file(judged: &Judged) -> Self {
        let message = || format!("{}: expected {}, found {}", judged.role.name(), judged.expected, judged.found);
        Case {
            class: format!("{}.{}", judged.chapter, judged.exercise),
            name: judged.file.clone(),
            file: judged.file.clone(),
            seconds: judged.seconds,
            failure: judged.differs().then(|| (message(), judged.text.clone().unwrap_or_default())),
        }
    }
}

fn suite(cases: &[Case], writer: &mut Writer<Vec<u8>>) -> io::Result<()> {
    let suite = element(writer, "testsuite", &cases[0].class, cases, cases.iter().map(|case| case.seconds).sum());
    suite.write_inner_content(|writer| cases.iter().try_for_each(|case| write_case(case, writer)))?;
    Ok(())
}

fn element<'a>(
    writer: &'a mut Writer<Vec<u8>>,
    element: &'a str,
    name: &str,
    cases: &[Case],
    time: f64,
) -> ElementWriter<'a, Vec<u8>> {
    let failures = cases.iter().filter(|case| case.failure.is_some()).count();
    writer
        .create_element(element)
        .with_attribute(("name", allowed(name).as_str()))
        .with_attribute(("tests", cases.len().to_string().as_str()))
        .with_attribute(("failures", failures.to_string().as_str()))
        .with_attribute(("errors", "0"))
        .with_attribute(("time", seconds(time).as_str()))
}

fn write_case(case: &Case, writer: &mut Writer<Vec<u8>>) -> io::Result<()> {
    let mut element = writer
        .create_element("testcase")
        .with_attribute(("classname", allowed(&case.class).as_str()))
        .with_attribute(("name", allowed(&case.name).as_str()));
    if !case.file.is_empty() {
        element = element.with_attribute(("file", allowed(&case.file).as_str()));
    }
    element = element.with_attribute(("time", seconds(case.seconds).as_str()));
    let Some((message, text)) = &case.failure else {
        element.write_empty()?;
        return Ok(());
    };
    element.write_inner_content(|writer| {
        let failure = writer.create_element("failure").with_attribute(("message", allowed(message).as_str()));
        failure.write_text_content(BytesText::new(&allowed(text)))?;
        Ok(())
    })?;
    Ok(())
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
        let verification = Verification { problems: vec![sample::problem()], ..sample::verification() };
        insta::assert_snapshot!(render(&verification));
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
