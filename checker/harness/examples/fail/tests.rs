use exercise::each_line;

/// Lines without anything in them are left out.
#[native]
#[schedules]
#[orderings]
fn empty_lines_are_left_out() {
    each_line("one\n\ntwo\n", |line| {
        if line.is_empty() {
            // On whatever thread this is, and whatever becomes of its panics.
            harness::fail("`each_line` handed out an empty line");
        }
    });
}
