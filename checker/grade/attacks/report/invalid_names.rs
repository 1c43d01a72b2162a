// layer: report
// tries: names of types that a report has to show
// exercise: spawn_and_join
// outcome: compile_error

pub struct 変数;

pub fn run_all(_: 変数) {}
