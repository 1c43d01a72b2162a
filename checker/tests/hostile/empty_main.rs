// exercise: spawn_and_join
// finding: compile: interface

fn main() {}
