//! Looks into the code that the compiler has made of an answer, before it is linked with anything.
//!
//! Whatever an answer looked like as text, here is what it became: sections that the system runs before `main`, symbols
//! that could take the place of others, functions that it calls in other libraries. The parts of std that it calls are
//! listed for a person to look at, whatever names the answer gave them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use object::read::archive::ArchiveFile;
use object::{File, Object, ObjectSection, ObjectSymbol};
use sha2::{Digest, Sha256};
use threadlings::judge::Inspect;
use threadlings::source::Source;

use crate::lint;

/// What was found out about an answer's code.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// What it must not contain; none if there is nothing.
    pub offence: Option<String>,
    /// A function of the C library, or another one, that it calls. Std calls some, and parts of std are compiled into the
    /// answer; only one that declares such functions itself calls them on purpose.
    pub calls: Option<String>,
    /// Parts of std that reach out of a program, which it calls: `std::process::exit`.
    pub reaches: BTreeSet<&'static str>,
}

/// Parts of std that no exercise needs. Calling them is no offence, since they come to nothing behind the seal.
const REACHING: [&str; 11] = [
    "std::fs::",
    "std::net::",
    "std::process::Command",
    "std::process::exit",
    "std::env::args",
    "std::env::current_",
    "std::env::set_",
    "std::env::vars",
    "std::panicking::set_hook",
    "std::panicking::take_hook",
    "std::backtrace::Backtrace::",
];

/// Sections that an object file made from safe code has, or the beginning of their names.
const SECTIONS: [&str; 20] = [
    ".text",
    ".data",
    ".rodata",
    ".bss",
    ".tdata",
    ".tbss",
    ".eh_frame",
    ".gcc_except_table",
    ".debug_",
    ".note",
    ".comment",
    ".symtab",
    ".strtab",
    ".shstrtab",
    ".rela",
    ".group",
    ".llvm",
    ".rmeta",
    ".symtab_shndx",
    ".pdr",
];

/// Functions that the compiler itself calls.
const OF_THE_COMPILER: [&str; 11] = [
    "_GLOBAL_OFFSET_TABLE_",
    "_Unwind_Resume",
    "__tls_get_addr",
    "bcmp",
    "memchr",
    "memcmp",
    "memcpy",
    "memmove",
    "memset",
    "rust_eh_personality",
    "strlen",
];

/// The beginnings of such names: conversions and arithmetic that no processor has, outlined atomics of ARM, and
/// mathematical functions.
const BEGINNINGS: [&str; 29] = [
    "__aarch64_",
    "__add",
    "__ash",
    "__clz",
    "__cmp",
    "__ctz",
    "__div",
    "__eq",
    "__extend",
    "__fix",
    "__float",
    "__ge",
    "__gt",
    "__le",
    "__lsh",
    "__lt",
    "__mod",
    "__mul",
    "__ne",
    "__parity",
    "__popcount",
    "__pow",
    "__rust",
    "__sub",
    "__trunc",
    "__ucmp",
    "__udiv",
    "__umod",
    "__unord",
];

/// Of the mathematical library.
const MATHEMATICS: [&str; 32] = [
    "acos", "acosh", "asin", "asinh", "atan", "atan2", "atanh", "cbrt", "ceil", "cos", "cosh", "exp", "exp2", "expm1",
    "fdim", "floor", "fma", "fmod", "hypot", "ldexp", "log", "log10", "log1p", "log2", "pow", "rint", "round", "sin",
    "sinh", "tan", "tanh", "trunc",
];

/// Keeps what was found out, by answer.
#[derive(Debug, Default)]
pub struct Scanner {
    found: Mutex<BTreeMap<[u8; 32], BTreeSet<&'static str>>>,
}

impl Scanner {
    /// What an answer that was judged calls of std that reaches out of a program. It is told once.
    pub fn reaches(&self, answer: &Source) -> BTreeSet<&'static str> {
        self.found.lock().unwrap_or_else(PoisonError::into_inner).remove(&key(answer)).unwrap_or_default()
    }
}

impl Inspect for Scanner {
    fn inspect(&self, answer: &Source, library: &Path) -> Result<(), String> {
        let found = std::fs::read(library).map_err(|error| error.to_string()).and_then(|bytes| scan(&bytes));
        let found = found.map_err(|error| format!("what the compiler cannot have made of it: {error}"))?;
        self.found.lock().unwrap_or_else(PoisonError::into_inner).entry(key(answer)).or_default().extend(found.reaches);
        let calls = found.calls.filter(|_| lint::declares_functions_elsewhere(&answer.text));
        let calls = calls.map(|name| format!("a call of `{name}`, a function of another library"));
        found.offence.or(calls).map_or(Ok(()), Err)
    }
}

fn key(answer: &Source) -> [u8; 32] {
    Sha256::digest(&answer.text).into()
}

/// Looks into a library as the compiler writes it.
///
/// # Errors
/// If it is none.
pub fn scan(library: &[u8]) -> Result<Found, String> {
    let broken = |error: object::Error| error.to_string();
    let archive = ArchiveFile::parse(library).map_err(broken)?;
    let mut found = Found::default();
    for member in archive.members() {
        let member = member.map_err(broken)?;
        if member.name().ends_with(b".o") {
            look_into(&File::parse(member.data(library).map_err(broken)?).map_err(broken)?, &mut found);
        }
    }
    Ok(found)
}

fn look_into(object: &File<'_>, found: &mut Found) {
    for section in object.sections() {
        let name = section.name().unwrap_or("a section without a name");
        if !name.is_empty() && !SECTIONS.iter().any(|known| name.starts_with(known)) {
            found.offence.get_or_insert_with(|| format!("a section `{name}`, which could run before anything else"));
        }
    }
    for symbol in object.symbols() {
        let Ok(name) = symbol.name() else { continue };
        let of_rust = rustc_demangle::try_demangle(name).ok().map(|name| format!("{name:#}"));
        match of_rust {
            Some(path) if symbol.is_undefined() => {
                found.reaches.extend(REACHING.iter().filter(|part| path.contains(**part)));
            }
            Some(_) => {}
            None if symbol.is_undefined() && !is_of_the_compiler(name) => {
                found.calls.get_or_insert_with(|| name.to_owned());
            }
            None if symbol.is_global()
                && symbol.is_definition()
                && !name.starts_with("DW.ref.")
                && !is_of_the_compiler(name) =>
            {
                found.offence.get_or_insert_with(|| format!("the symbol `{name}`, which could take another's place"));
            }
            None => {}
        }
    }
}

fn is_of_the_compiler(name: &str) -> bool {
    name.is_empty()
        || OF_THE_COMPILER.contains(&name)
        || BEGINNINGS.iter().any(|beginning| name.starts_with(beginning))
        || MATHEMATICS.iter().any(|function| name == *function || name.strip_suffix('f') == Some(function))
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use super::*;

    /// What is found in a library of this source.
    fn scanned(source: &str) -> Found {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("exercise.rs"), source).unwrap();
        let compiled = Command::new("rustc")
            .args(["--crate-type=rlib", "--edition=2024", "-Cprefer-dynamic", "-Awarnings", "exercise.rs"])
            .current_dir(folder.path())
            .status();
        assert!(compiled.unwrap().success());
        scan(&std::fs::read(folder.path().join("libexercise.rlib")).unwrap()).unwrap()
    }

    #[test]
    fn ordinary_code_has_nothing_to_hide() {
        let source = "use std::{collections::HashMap, sync::{Arc, Mutex, mpsc}, thread, cell::Cell};
            thread_local!(static T: Cell<u8> = const { Cell::new(1) });
            pub static S: Mutex<Vec<f64>> = Mutex::new(Vec::new());
            pub fn f(x: f64, s: &str) -> f64 { T.set(2); println!(\"{}\", s); S.lock().unwrap().push(x.powf(2.5).sin()); x.powi(3) % 2.0 }
            pub fn g() -> u128 { let (a, b) = mpsc::channel(); thread::spawn(move || a.send(7_u128)); b.recv().unwrap() / 3 }
            pub fn h() -> HashMap<String, Arc<dyn Fn() + Send>> { HashMap::new() }";
        assert_eq!(scanned(source), Found::default());
    }

    #[test]
    fn what_could_run_or_be_called_behind_the_graders_back_is_found() {
        for (source, what) in [
            ("#[unsafe(no_mangle)] pub fn memcpy2() {}", "the symbol `memcpy2`"),
            (
                "#[unsafe(link_section = \".init_array\")] #[used] static F: extern \"C\" fn() = f; extern \"C\" fn f() {}",
                "a section `.init_array`",
            ),
            ("#[unsafe(export_name = \"write\")] pub extern \"C\" fn w() {}", "the symbol `write`"),
        ] {
            let offence = scanned(source).offence.unwrap_or_default();
            assert!(offence.starts_with(what), "{source}: {offence}");
        }
    }

    #[test]
    fn a_function_of_another_library_is_found() {
        let source = "unsafe extern \"C\" { fn getppid() -> i32; } pub fn f() -> i32 { unsafe { getppid() } }";
        assert_eq!(scanned(source).calls.as_deref(), Some("getppid"));
    }

    #[test]
    fn what_reaches_out_is_found_under_any_name() {
        let source = "use std::process as p; use p::exit as f; pub fn g() { let e = f; e(0) } pub fn h() { let _ = std::fs::read(\"x\"); }";
        let found = scanned(source);
        assert_eq!(found.offence, None);
        assert!(
            found.reaches.contains("std::process::exit") && found.reaches.contains("std::fs::"),
            "{:?}",
            found.reaches
        );
    }
}
