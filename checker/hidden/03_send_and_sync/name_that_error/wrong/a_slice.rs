// wrong: a slice in the place of the array
// finding: compile: interface

pub const PROGRAMS: &[(&str, &str, &str)] = &[];
