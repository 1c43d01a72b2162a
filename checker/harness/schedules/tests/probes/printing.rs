//! What prints.

use std::io::{self, BufWriter, Write};
use std::thread;

super::probes! {
    macros_print
    standard_output_can_be_written_to
    standard_output_can_be_locked
}

fn macros_print() {
    print!("a {} ", 1);
    println!("line");
    eprint!("an ");
    eprintln!("error");
    assert_eq!(dbg!(1 + 1), 2);
}

fn standard_output_can_be_written_to() {
    writeln!(io::stdout(), "line").unwrap();
    io::stdout().flush().unwrap();
    io::stderr().write_all(b"error\n").unwrap();
    let mut out = BufWriter::new(io::stdout());
    write!(out, "text").unwrap();
}

fn standard_output_can_be_locked() {
    thread::scope(|scope| {
        for number in 0..2 {
            scope.spawn(move || {
                let mut out = io::stdout().lock();
                writeln!(out, "first {number}").unwrap();
                writeln!(out, "second {number}").unwrap();
            });
        }
    });
    let mut errors = io::stderr().lock();
    errors.write_all(b"error\n").unwrap();
}
