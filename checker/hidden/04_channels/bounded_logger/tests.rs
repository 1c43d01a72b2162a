//! Hidden tests of `bounded_logger`.

use std::sync::mpsc::{self, Receiver};
use std::thread;

use exercise::{Logger, Rejected, logger};
use harness::{Blocker, Bomb, settle};

/// What the sink has written.
fn lines(notebook: &Receiver<String>) -> Vec<String> {
    notebook.try_iter().collect()
}

/// Logs a line and tells whether it was accepted. The logger is running, so it may be full, but not closed.
fn accepts(logger: &Logger, line: &str) -> bool {
    match logger.log(line.to_owned()) {
        Ok(()) => true,
        Err(Rejected::Full(back)) => {
            assert_eq!(back, line, "`log` did not give back the line that it refused");
            false
        }
        Err(Rejected::Closed(_)) => harness::fail("`log` returned `Closed` although the logger was running"),
    }
}

/// With room for two lines, two lines are accepted and written, in order, though the logger is dropped at once.
#[schedules]
fn accepted_lines_are_written() {
    let (written, notebook) = mpsc::channel();
    let (logger, writer) = logger(2, move |line| written.send(line).unwrap());
    for line in ["a", "b"] {
        assert!(accepts(&logger, line), "`log` refused a line as `Full` although fewer than `cap` lines waited");
    }
    drop(logger);
    writer.join().unwrap();
    assert_eq!(
        lines(&notebook),
        ["a", "b"],
        "the lines \"a\" and \"b\" were accepted, the thread has ended, and the sink did not get these two in order"
    );
}

/// While the sink is busy with its first line, at most two of three lines are accepted with a `cap` of 1.
#[schedules]
fn at_most_cap_lines_wait() {
    let busy = Blocker::new("`log` does not return while the sink is busy");
    let until_released = busy.clone();
    let (written, notebook) = mpsc::channel();
    let (logger, writer) = logger(1, move |line| {
        until_released.wait();
        written.send(line).unwrap();
    });
    let accepted: Vec<&str> = ["a", "b", "c"].into_iter().filter(|line| accepts(&logger, line)).collect();
    assert!(accepted.len() <= 2, "with a `cap` of 1 and a sink that was busy, `log` accepted three lines");
    assert!(!accepted.is_empty(), "with a `cap` of 1, `log` refused the very first line");
    busy.release();
    drop(logger);
    writer.join().unwrap();
    assert_eq!(lines(&notebook), accepted, "the sink did not get the accepted lines in order");
}

/// After a line has been written there is room again.
#[schedules]
fn room_comes_back() {
    let (written, notebook) = mpsc::channel();
    let (logger, writer) = logger(1, move |line| written.send(line).unwrap());
    for line in ["a", "b"] {
        assert!(accepts(&logger, line), "`log` refused a line as `Full` although all lines before it were written");
        settle("the logger's thread looks for lines again and again instead of waiting for one");
    }
    drop(logger);
    writer.join().unwrap();
    assert_eq!(lines(&notebook), ["a", "b"], "the sink did not get the accepted lines in order");
}

/// The sink is busy with a line and `cap` is 1: of two threads that log at the same time at most one finds room.
#[schedules]
fn two_threads_do_not_share_the_last_place() {
    let busy = Blocker::new("`log` does not return while the sink is busy");
    let until_released = busy.clone();
    let (logger, _writer) = logger(1, move |_| until_released.wait());
    assert!(accepts(&logger, "a"), "with a `cap` of 1, `log` refused the very first line");
    settle("the logger's thread looks for lines again and again instead of waiting for one");
    let both = thread::scope(|scope| {
        let other = scope.spawn(|| accepts(&logger, "b"));
        accepts(&logger, "c") & other.join().unwrap()
    });
    assert!(
        !both,
        "with a `cap` of 1 and one line in the hands of the sink, `log` accepted a line on each of two threads"
    );
    busy.release();
}

/// The sink panics at its first line while a second may be waiting. When the thread has ended, a third line comes back
/// as `Closed`.
#[schedules]
fn a_dead_logger_says_so() {
    let busy = Blocker::new("`log` does not return while the sink is busy");
    let (until_released, bomb) = (busy.clone(), Bomb::on_call(1));
    let (logger, writer) = logger(1, move |_| {
        until_released.wait();
        bomb.tick();
    });
    assert!(accepts(&logger, "a"), "with a `cap` of 1, `log` refused the very first line");
    accepts(&logger, "b");
    busy.release();
    writer.join().ok();
    match logger.log("c".to_owned()) {
        Ok(()) => harness::fail("`log` accepted a line although the logger's thread had ended"),
        Err(Rejected::Full(_)) => harness::fail("`log` returned `Full` although the logger's thread had ended"),
        Err(Rejected::Closed(line)) => assert_eq!(line, "c", "`log` did not give back the line that it refused"),
    }
}

/// While the sink is busy with its first line, at most three more of five lines are accepted with a `cap` of 3.
#[schedules]
fn at_most_three_lines_wait() {
    let busy = Blocker::new("`log` does not return while the sink is busy");
    let until_released = busy.clone();
    let (logger, writer) = logger(3, move |_| until_released.wait());
    let accepted = ["a", "b", "c", "d", "e"].into_iter().filter(|line| accepts(&logger, line)).count();
    assert!(accepted <= 4, "with a `cap` of 3 and a sink that was busy, `log` accepted five lines");
    assert!(accepted >= 3, "with a `cap` of 3, `log` refused a line as `Full` although fewer than 3 lines waited");
    busy.release();
    drop(logger);
    writer.join().unwrap();
}

/// An empty line is accepted, and then another one: both are written.
#[schedules]
fn a_line_may_be_empty() {
    let (written, notebook) = mpsc::channel();
    let (logger, writer) = logger(2, move |line| {
        written.send(line).ok();
    });
    for line in ["", "b"] {
        let answer = logger.log(line.to_owned());
        assert!(
            answer.is_ok(),
            "`log` refused the line {line:?}, an empty one or the one after it, though there was room"
        );
    }
    drop(logger);
    writer.join().unwrap();
    assert_eq!(lines(&notebook), ["", "b"], "an empty line and \"b\" were accepted, and the sink did not get both");
}

/// Two equal lines are accepted: both are written.
#[schedules]
fn lines_may_be_equal() {
    harness::few_schedules(20);
    let (written, notebook) = mpsc::channel();
    let (logger, writer) = logger(2, move |line| {
        written.send(line).ok();
    });
    for line in ["a", "a"] {
        assert!(accepts(&logger, line), "`log` refused a line as `Full` although fewer than `cap` lines waited");
    }
    drop(logger);
    writer.join().unwrap();
    assert_eq!(lines(&notebook), ["a", "a"], "the line \"a\" was accepted twice, and the sink did not get it twice");
}

/// Forty lines are accepted with a `cap` of 40, whatever the sink does, and written in order.
#[schedules]
fn forty_lines_may_wait() {
    harness::few_schedules(1);
    let (written, notebook) = mpsc::channel();
    let (logger, writer) = logger(40, move |line| {
        written.send(line).ok();
    });
    let all: Vec<String> = (1..=40).map(|number| number.to_string()).collect();
    for line in &all {
        assert!(accepts(&logger, line), "with a `cap` of 40, `log` refused line {line} of 40 as `Full`");
    }
    drop(logger);
    writer.join().unwrap();
    assert_eq!(lines(&notebook), all, "the sink did not get the accepted lines in order");
}

/// The place of one logger is taken and its sink is busy: another logger has room all the same.
#[schedules]
fn loggers_have_nothing_in_common() {
    harness::few_schedules(20);
    let busy = Blocker::new("`log` does not return while the sink is busy");
    let until_released = busy.clone();
    let (first, first_writer) = logger(1, move |_| until_released.wait());
    for line in ["a", "b", "c"] {
        accepts(&first, line);
    }
    let (second, second_writer) = logger(1, drop);
    assert!(accepts(&second, "a"), "`log` refused the very first line of a logger while another logger was full");
    busy.release();
    drop((first, second));
    first_writer.join().unwrap();
    second_writer.join().unwrap();
}
