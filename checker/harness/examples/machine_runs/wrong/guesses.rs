// wrong: takes two for an answer, as most machines have at least so many
// finding: a_team_is_as_large_as_the_machine: wrong_result
use std::thread;

pub fn team() -> usize {
    thread::available_parallelism().map_or(1, |_| 2)
}
