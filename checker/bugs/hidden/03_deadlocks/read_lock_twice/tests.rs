//! A table that is read while it grows.

use std::thread;

use exercise::Table;

/// One thread asks for the mean while another adds a number.
#[schedules]
fn the_mean_comes_out() {
    let table = Table::default();
    table.push(4);
    let mean = thread::scope(|scope| {
        scope.spawn(|| table.push(6));
        table.mean()
    });
    assert!([4, 5].contains(&mean), "the mean of 4, or of 4 and 6, is not {mean}");
}
