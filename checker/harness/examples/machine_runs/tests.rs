use exercise::team;

/// On a machine that runs three threads at once a team has three members; if the machine does not know, it has one.
#[schedules]
fn a_team_is_as_large_as_the_machine() {
    harness::machine_runs(3);
    assert_eq!(team(), 3, "`team` does not say 3 when `available_parallelism` is 3");
    harness::machine_runs(0);
    assert_eq!(team(), 1, "`team` does not say 1 when `available_parallelism` is an error");
}
