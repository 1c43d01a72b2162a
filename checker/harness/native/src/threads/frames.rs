//! What the addresses on a stack mean.

use std::ffi::c_void;
use std::fs;
use std::ops::Range;
use std::path::Path;
use std::ptr;

use report::Place;
use threadlings_report as report;

/// Where a thread is.
#[derive(Debug, Default)]
pub(super) struct Spot {
    /// In the learner's file.
    pub(super) place: Option<Place>,
    /// The outermost function of the learner's file, which is the same whenever one looks.
    pub(super) function: Option<String>,
    /// Whether it is a thread of a library's own, such as rayon's when they have nothing to do.
    pub(super) is_a_librarys: bool,
    /// The functions that the learner's code is in there, or the hidden test if the learner's code is not on the
    /// stack; the outermost first.
    pub(super) calls: Vec<Frame>,
}

/// One call on a stack.
#[derive(Debug)]
pub(super) struct Frame {
    /// The function, with more or less of its path and its type parameters.
    pub(super) function: String,
    /// The file it is defined in, or nothing.
    pub(super) file: String,
    place: Place,
}

/// Reads a stack, the innermost frame first. Frames of the C library are left out: they tell nothing, and on machines
/// that have its debug information reading that would take longer than all the rest.
pub(super) fn spot(stack: &[usize], learner_file: &str) -> Spot {
    let c_library = c_library();
    let of_rust = stack.iter().filter(|address| !c_library.iter().any(|range| range.contains(address)));
    let mut frames: Vec<Frame> = of_rust.flat_map(|&address| resolve(address)).collect();
    // The walk begins in the handler of the signal.
    let interrupted = frames.iter().rposition(Frame::is_handler).map_or(0, |handler| handler + 1);
    frames.drain(..interrupted);
    let learners = frames.iter().position(|frame| frame.is_in(learner_file));
    let place = learners.map(|index| frames[index].place);
    let function = frames.iter().rfind(|frame| frame.is_in(learner_file)).map(Frame::method);
    let outermost = learners.or_else(|| frames.iter().position(Frame::is_test));
    let is_a_librarys = outermost.is_none() && frames.iter().any(Frame::is_of_a_crate);
    frames.truncate(outermost.unwrap_or(frames.len()));
    frames.reverse();
    Spot { place, function, is_a_librarys, calls: frames }
}

/// Where the C library lies in memory.
fn c_library() -> Vec<Range<usize>> {
    let maps = fs::read_to_string("/proc/self/maps").unwrap_or_default();
    // `begin-end rights offset device inode path`, the numbers in hexadecimal.
    let range = |line: &str| {
        let (begin, end) = line.split_whitespace().next()?.split_once('-')?;
        let number = |text| usize::from_str_radix(text, 16).ok();
        Some(number(begin)?..number(end)?)
    };
    maps.lines().filter(|line| line.contains("/libc.so") || line.contains("/libc-")).filter_map(range).collect()
}

/// One address can stand for several frames: a function, and those inlined into it.
fn resolve(address: usize) -> Vec<Frame> {
    let mut frames = Vec::new();
    let address: *mut c_void = ptr::without_provenance_mut(address);
    backtrace::resolve(address, |symbol| {
        frames.push(Frame {
            function: symbol.name().map(|name| format!("{name:#}")).unwrap_or_default(),
            file: symbol.filename().map(|file| file.display().to_string()).unwrap_or_default(),
            place: Place { line: symbol.lineno().unwrap_or(0), column: symbol.colno().unwrap_or(0) },
        });
    });
    frames
}

impl Frame {
    /// Whether it is in this file, which the compiler may have known by a shorter path.
    fn is_in(&self, file: &str) -> bool {
        Path::new(&self.file).ends_with(file)
    }

    /// Whether it is neither of a library nor of this crate.
    fn is_test(&self) -> bool {
        let libraries = ["/rustc/", "/library/", "/registry/src/", "harness/native/src/", "harness/probes/"];
        self.file.ends_with(".rs") && !libraries.iter().any(|library| self.file.contains(library))
    }

    fn is_handler(&self) -> bool {
        self.function.contains("blocked_threads::answer")
    }

    /// Whether it is of a library other than std.
    fn is_of_a_crate(&self) -> bool {
        self.file.contains("/registry/src/") || self.function.contains("rayon") || self.function.contains("crossbeam")
    }

    /// The function's name, without path and type parameters and without the parts that closures add.
    pub(super) fn method(&self) -> String {
        let (mut name, mut depth, mut previous) = (String::new(), 0_usize, ' ');
        for character in self.function.chars() {
            match character {
                '<' => depth += 1,
                // Of `->` in the type of a function.
                '>' if previous == '-' => {}
                '>' => depth = depth.saturating_sub(1),
                _ if depth == 0 => name.push(character),
                _ => {}
            }
            previous = character;
        }
        let method = name.rsplit("::").find(|part| !part.is_empty() && !part.starts_with('{'));
        method.unwrap_or(&name).to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_method_is_found_however_its_path_is_written() {
        for (function, method) in [
            ("lock<i32>", "lock"),
            ("std::thread::join_handle::JoinHandle<T>::join", "join"),
            ("<std::sys::thread::unix::Thread>::join", "join"),
            ("<alloc::boxed::Box<dyn FnOnce<(), Output = ()>> as FnOnce<()>>::call_once", "call_once"),
            ("map<fn(u8) -> u8, u8>", "map"),
            ("exercise::recv::{{closure}}", "recv"),
            ("{closure#0}<i32>", "{closure#0}"),
        ] {
            let frame =
                Frame { function: function.to_owned(), file: String::new(), place: Place { line: 0, column: 0 } };
            assert_eq!(frame.method(), method);
        }
    }
}
