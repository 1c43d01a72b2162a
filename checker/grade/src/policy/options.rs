//! What the command line says about points and lateness; it counts before the file.

use threadlings::course::Course;
use threadlings::exit::Stop;

use super::{Policy, amount, duration, exercise_or_chapter, percent, time};
use crate::cli::GradeArguments;

impl Policy {
    /// The policy with what the command line says.
    ///
    /// # Errors
    /// If an option is wrong; the error names it.
    pub fn with_options(mut self, options: &GradeArguments, course: &Course) -> Result<Self, Stop> {
        for text in &options.points {
            let (name, points) = assignment("--points", text, course)?;
            self.points.insert(name, points);
        }
        for text in &options.weight {
            let (name, weight) = assignment("--weight", text, course)?;
            self.weights.insert(name, weight);
        }
        let late = &mut self.late;
        if let Some(due) = &options.due {
            late.due = Some(time(due).map_err(|problem| wrong("--due", &problem))?);
        }
        if let Some(grace) = &options.grace {
            late.grace = duration(grace).map_err(|problem| wrong("--grace", &problem))?;
        }
        if let Some(per_day) = options.late_per_day {
            late.per_day = percent(per_day).map_err(|problem| wrong("--late-per-day", &problem))?;
        }
        if let Some(most) = options.late_most {
            late.most = percent(most).map_err(|problem| wrong("--late-most", &problem))?;
        }
        Ok(self)
    }
}

/// `mutex_counter=15`
fn assignment(option: &str, text: &str, course: &Course) -> Result<(String, f64), Stop> {
    let parts = text.split_once('=').and_then(|(name, value)| Some((name, value.trim().parse().ok()?)));
    let (name, value) = parts.ok_or_else(|| wrong(option, "write NAME=NUMBER, as in mutex_counter=15."))?;
    let name = exercise_or_chapter(name.trim(), course).map_err(|problem| wrong(option, &problem))?;
    Ok((name, amount(value).map_err(|problem| wrong(option, &problem))?))
}

fn wrong(option: &str, problem: &str) -> Stop {
    Stop::usage(format!("{option}: {problem}"))
}
