//! # Quiz 1: name that error
//!
//! You have met seven errors on the way here, each of them when you wanted something else. Now write them on purpose:
//! seven small programs that the compiler refuses, each for the reason in its line of the table. To each belongs one
//! edit that repairs it.
//!
//! Why it matters: an error message about threads is long and speaks of types that you never wrote. Whoever can cause
//! the error knows what it says, and recognises the cause in a program of ten thousand lines as well.
//!
//! | program | fails with | because                                                                              |
//! |---------|------------|--------------------------------------------------------------------------------------|
//! | 1       | `E0373`    | a thread borrows a variable, and may live longer than the function that owns it      |
//! | 2       | `E0382`    | a loop moves one value into a new thread each time round                             |
//! | 3       | `E0277`    | an `Rc` would be sent to another thread                                              |
//! | 4       | `E0277`    | a `RefCell` would be shared by threads, by means of an `Arc`                         |
//! | 5       | `E0499`    | two threads of one scope borrow the same variable to change it                       |
//! | 6       | `E0597`    | `thread::spawn` gets a reference to an `Arc`, `&arc`, instead of a clone             |
//! | 7       | `E0277`    | a `*mut u8` would be sent, though the struct that holds it has an `unsafe impl Send` |
//!
//! ## What must hold
//!
//! - `PROGRAMS` is a public constant of the type `[(&str, &str, &str); 7]`. Each entry is a program, a text that stands
//!   in it exactly once, and what to put in the place of that text.
//! - A program is complete, with a `fn main`, in the edition 2024, with nothing but std. It has at most 12 lines (those
//!   that are blank at its beginning and end do not count) of at most 100 characters. The same goes for the repaired
//!   program.
//! - rustc has one error about it, with that code and for that reason, and the message points at a line that calls
//!   `spawn`: of std, be it `thread::spawn` or the method of a scope or a Builder. Warnings do not matter.
//! - In program 6 the message also points at the line that makes the `Arc`.
//! - The repaired program compiles, and still calls `spawn`. Repaired program 6 still uses an `Arc`; repaired program 7
//!   compiles only because of its `unsafe impl Send for ...`.
//! - Programs do without `include!`, `env!` and the like, `compile_error!`, macros of their own, modules in other files,
//!   attributes but for `derive`, and functions or types of their own with the names `spawn` and `Arc`.
//!
//! Nobody runs your programs. What they do does not matter, and `unsafe` is allowed in them. `rustc --explain E0373` tells
//! more about an error.
//!
//! Work at the `// TODO`.

/// Program, text to replace, replacement.
pub const PROGRAMS: [(&str, &str, &str); 7] = [
    // TODO: break the first program, and write the others. Program 1 shows the form, but there is nothing wrong with it.
    (
        r#"
use std::thread;

fn main() {
    let name = String::from("ann");
    thread::spawn(move || println!("hello {name}")).join().unwrap();
}
"#,
        "ann",
        "bob",
    ),
    ("", "", ""),
    ("", "", ""),
    ("", "", ""),
    ("", "", ""),
    ("", "", ""),
    ("", "", ""),
];
