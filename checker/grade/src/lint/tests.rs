use std::path::{Path, PathBuf};

use threadlings::course::Course;

use super::*;

fn rules(text: &str) -> Vec<String> {
    violations(text, false).into_iter().map(|violation| violation.rule).collect()
}

#[test]
fn what_reaches_out_of_the_answer_is_seen() {
    for (text, rule) in [
        ("fn f() { unsafe { g() } }", "the token `unsafe`"),
        ("macro_rules! m { () => { unsafe { g() } } }", "the token `unsafe`"),
        ("#[unsafe(naked)] fn f() {}", "the attribute `unsafe`"),
        ("const X: &str = include_str!(\"/etc/passwd\");", "the macro `include_str!`"),
        ("const X: &str = r#include_str!(\"/etc/passwd\");", "the macro `include_str!`"),
        ("use std::include_bytes as bytes;", "the macro `include_bytes!`"),
        ("include!(\"/etc/passwd\");", "the macro `include!`"),
        ("include ! [\"/etc/passwd\"];", "the macro `include!`"),
        ("use core::include as i;", "the macro `include!`"),
        ("const X: &str = env!(\"HOME\");", "the macro `env!`"),
        ("const X: Option<&str> = option_env!(\"HOME\");", "the macro `option_env!`"),
        ("core::arch::global_asm!(\"\");", "the macro `global_asm!`"),
        ("#[no_mangle] pub fn main() {}", "the attribute `no_mangle`"),
        ("#[cfg_attr(all(), path = \"x\")] mod x {}", "the attribute `cfg_attr`"),
        ("#[path = \"/etc/passwd\"] mod x { }", "the attribute `path`"),
        ("mod tests;", "a module in another file"),
        ("macro_rules! m { ($n:ident) => { mod $n; } }", "a module in another file"),
        ("#![feature(test)]", "the attribute `feature`"),
        ("#![no_std]", "the attribute `no_std`"),
        ("extern crate std as other;", "`extern crate`"),
        ("use std::*; fn f() { real_std::process::exit(0) }", "the name `real_std`"),
        ("macro_rules! m { ($m:ident) => { $m!(\"x\") } }", "a macro whose name comes from another macro"),
        ("macro_rules! m { ($h:tt) => { $h [path] } } m!(#);", "a `#` without an attribute"),
        ("macro_rules! m { ($m:meta) => { #[$m] fn f() {} } }", "an attribute whose name comes from a macro"),
    ] {
        let found = rules(text);
        assert!(found.iter().any(|found| found == rule), "{text}: {found:?}");
    }
}

#[test]
fn ordinary_code_is_left_alone() {
    let text = "\u{feff}//! unsafe include_str!(\"x\")\n/// #[no_mangle]\n#[derive(Debug)]\n#[must_use]\npub struct S;\n\
        mod inner { pub fn include(env: u8) -> bool { env != 1 } }\n\
        use std::env;\nfn f() { let unsafe_ = \"unsafe mod x; #[path]\"; let a = env::args(); let path = 1; let link = path; }\n\
        #[cfg(test)] mod tests { #[test] fn t() {} }\n\
        macro_rules! m { ($v:expr, $i:expr) => { $v[$i] } }\n";
    assert_eq!(rules(text), Vec::<String>::new());
}

#[test]
fn unsafe_is_allowed_where_it_is_taught() {
    assert_eq!(violations("unsafe impl Send for X {}", true), []);
}

#[test]
fn what_the_borrow_checker_can_be_fooled_with_is_shown_to_a_person() {
    for text in [
        "fn f<'a, 'b, T>(_: &'a &'b (), v: &'b T) -> &'a T { v }",
        "struct S<'a, 'b>(PhantomData<&'a &'b mut ()>);",
        "macro_rules! m { ($a:lifetime, $b:lifetime) => { type T<$a, $b> = & $a & $b (); } }",
    ] {
        assert_eq!(doubts(text).len(), 1, "{text}");
    }
    for text in
        ["fn f(x: &&str, y: &'static str) -> &'static [&'static str] { &[y] }", "let c = a & b; let d = 'a' & &'b';"]
    {
        assert_eq!(doubts(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn the_line_is_told() {
    let found = violations("fn f() {\n    /* \n */ unsafe {}\n}", false);
    assert_eq!(found, [Violation { rule: "the token `unsafe`".into(), line: 3 }]);
}

#[test]
fn deep_nesting_is_told_once() {
    let text = format!("fn f() {{ {}{} }}", "(".repeat(300), ")".repeat(300));
    assert_eq!(rules(&text), ["nesting deeper than 200 brackets"]);
    assert_eq!(rules(&text.replace(['(', ')'], "")), Vec::<String>::new());
}

/// Every file of the course that somebody could hand in.
fn answers(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let parent = path.parent().and_then(Path::file_name).unwrap().to_str().unwrap();
        if path.is_dir() {
            answers(&path, found);
        } else if matches!(parent, "wrong" | "alternatives") || path.ends_with("starter.rs") {
            found.push(path);
        }
    }
}

#[test]
fn no_answer_that_the_course_knows_is_rejected() {
    let course = Course::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")).unwrap();
    for exercise in course.exercises() {
        let mut files = vec![course.solution(exercise)];
        answers(&course.hidden(exercise), &mut files);
        assert!(files.len() > 3, "{}", exercise.name);
        for file in files {
            let text = std::fs::read_to_string(&file).unwrap();
            // Where `unsafe` is the misconception, rustc refuses it as well.
            let unsafe_code = exercise.unsafe_code || file.parent().is_some_and(|folder| folder.ends_with("wrong"));
            assert_eq!(violations(&text, unsafe_code), [], "{}", file.display());
        }
    }
}
