// wrong: the first program has no `main`
// finding: broken/borrow_may_outlive: other_error

type Entry = (&'static str, &'static str, &'static str);

const BORROW: Entry = (
    "use std::thread;\npub fn run() {\n    let n = 1;\n    thread::spawn(|| println!(\"{n}\"));\n}\n",
    "let n",
    "static n: i32",
);

const LOOP: Entry = (
    "fn main() {\n\
     let text = String::new();\n\
     while text.is_empty() {\n\
     std::thread::spawn(move || text.len());\n\
     }\n\
     }\n",
    "while",
    "if",
);

const RC: Entry = (
    "use std::rc::Rc;\nfn main() {\n    let n = Rc::new(1);\n    std::thread::spawn(move || drop(n));\n}\n",
    "Rc::new(1)",
    "*Rc::new(1)",
);

const REF_CELL: Entry = (
    "use std::{cell::*, sync::*};\nfn main() {\n    let n = Arc::new(RefCell::new(1));\n    \
     std::thread::spawn(move || drop(n));\n}\n",
    "RefCell::new(1)",
    "Mutex::new(Cell::new(1))",
);

const TWICE: Entry = (
    "fn main() {\n    let mut n = 0;\n    std::thread::scope(|s| {\n        s.spawn(|| n += 1);\n        \
     s.spawn(|| n += 2);\n    });\n}\n",
    "s.spawn(|| n += 2);",
    "",
);

const ARC: Entry = (
    "use std::sync::Arc;\nuse std::thread::spawn;\nfn main() {\n    let n = Arc::new(1);\n    let r = &n;\n    \
     spawn(move || println!(\"{r}\"));\n}\n",
    "println!(\"{r}\")",
    "()",
);

const POINTER: Entry = (
    "struct Ptr(*mut u8);\nunsafe impl Send for Ptr {}\nimpl Ptr {\n    \
     fn is_null(self) -> bool { self.0.is_null() }\n}\nfn main() {\n    \
     let ptr = Ptr(std::ptr::null_mut());\n    std::thread::spawn(move || ptr.0.is_null());\n}\n",
    "ptr.0.is_null());",
    "ptr.is_null());",
);

pub const PROGRAMS: [Entry; 7] = [BORROW, LOOP, RC, REF_CELL, TWICE, ARC, POINTER];
