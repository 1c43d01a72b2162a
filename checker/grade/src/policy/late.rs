//! What lateness costs.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

use crate::record::{ExerciseStamp, Points};

/// Seconds of a day; leap seconds are nobody's fault.
const DAY: i64 = 24 * 60 * 60;

/// What lateness costs.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Late {
    /// When everything is due that `deadlines` does not name.
    pub due: Option<Timestamp>,
    /// When exercises, or all of a chapter, are due.
    pub deadlines: BTreeMap<String, Timestamp>,
    /// How much later still counts as in time.
    pub grace: SignedDuration,
    /// Percent of the points that each day costs that has begun.
    pub per_day: f64,
    /// The most percent that lateness can cost.
    pub most: f64,
}

impl Default for Late {
    fn default() -> Self {
        Late { due: None, deadlines: BTreeMap::new(), grace: SignedDuration::ZERO, per_day: 0.0, most: 100.0 }
    }
}

impl Late {
    /// When an exercise is due, for whoever has no extension.
    pub(super) fn due(&self, exercise: &ExerciseStamp) -> Option<Timestamp> {
        super::of(&self.deadlines, exercise).copied().or(self.due)
    }

    /// How many days too late that is: 0 within the grace, else every day that has begun since the deadline itself.
    pub(super) fn days(&self, submitted: Timestamp, due: Timestamp) -> u32 {
        let over = submitted.duration_since(due);
        if over <= self.grace || !over.is_positive() {
            return 0;
        }
        let begun = over.as_secs() + i64::from(over.subsec_nanos() > 0);
        u32::try_from(begun.div_euclid(DAY) + i64::from(begun % DAY > 0)).unwrap_or(u32::MAX)
    }

    /// What so many days cost.
    pub(super) fn penalty(&self, raw: Points, days: u32) -> Points {
        raw.times((f64::from(days) * self.per_day).min(self.most) / 100.0)
    }

    /// The policy in a sentence; empty if lateness costs nothing.
    pub(super) fn sentence(&self) -> String {
        if self.per_day == 0.0 || (self.due.is_none() && self.deadlines.is_empty()) {
            return String::new();
        }
        let due = self.due.map_or("The deadline depends on the exercise".to_owned(), |due| {
            let besides = if self.deadlines.is_empty() { "" } else { " unless the exercise has a deadline of its own" };
            format!("Due {}{besides}", due.strftime("%Y-%m-%d %H:%M UTC"))
        });
        let grace = match self.grace.is_zero() {
            true => String::new(),
            false => format!(", with {:#} of grace", self.grace),
        };
        let most = if self.most < 100.0 { format!(", at most {} %", self.most) } else { String::new() };
        format!(
            "{due}{grace}; each day that has begun after that costs {} % of an exercise's points{most}.",
            self.per_day
        )
    }
}

/// So many days later.
pub(super) fn days_after(time: Timestamp, days: u32) -> Timestamp {
    time.saturating_add(SignedDuration::from_secs(i64::from(days) * DAY)).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::{duration, time};

    #[test]
    fn a_day_that_has_begun_counts_and_grace_forgives() {
        let late = Late { grace: duration("15m").unwrap(), ..Late::default() };
        let due = time("2026-03-01 12:00").unwrap();
        let cases = [
            ("2026-02-01 12:00", 0),
            ("2026-03-01 12:00", 0),
            ("2026-03-01 12:15", 0),
            ("2026-03-01T12:15:01", 1),
            ("2026-03-02 12:00", 1),
            ("2026-03-02T12:00:00.5", 2),
            ("2026-03-11 12:00", 10),
        ];
        for (submitted, expected) in cases {
            assert_eq!(late.days(time(submitted).unwrap(), due), expected, "{submitted}");
        }
    }

    #[test]
    fn lateness_costs_no_more_than_the_most() {
        let late = Late { per_day: 15.0, most: 50.0, ..Late::default() };
        let cases = [(0, 0.0), (1, 1.5), (3, 4.5), (4, 5.0), (u32::MAX, 5.0)];
        for (days, expected) in cases {
            assert_eq!(late.penalty(Points::whole(10), days), Points::from(expected), "{days}");
        }
    }

    #[test]
    fn the_policy_is_told_in_a_sentence() {
        let due = Some(time("2026-03-01 23:59").unwrap());
        assert_eq!(Late { due, ..Late::default() }.sentence(), "");
        let late = Late { due, per_day: 10.0, most: 50.0, grace: duration("2h").unwrap(), ..Late::default() };
        assert_eq!(
            late.sentence(),
            "Due 2026-03-01 23:59 UTC, with 2h of grace; each day that has begun after that costs 10 % of an \
             exercise's points, at most 50 %."
        );
    }
}
