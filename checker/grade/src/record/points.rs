//! Points, exact to a hundredth.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Sub};

use serde::{Deserialize, Serialize};

/// An amount of points in hundredths, so that sums are exact and equal on every machine. In JSON it is a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "f64", into = "f64")]
pub struct Points(i64);

impl Points {
    /// No points.
    pub const ZERO: Points = Points(0);

    /// Whole points.
    pub fn whole(points: u32) -> Self {
        Points(i64::from(points) * 100)
    }

    /// That share of the points, rounded to the nearest hundredth.
    pub fn times(self, factor: f64) -> Self {
        Points((self.0 as f64 * factor).round() as i64)
    }

    /// How many hundredths.
    pub fn hundredths(self) -> i64 {
        self.0
    }

    /// What share of `possible` this is; 0 of nothing.
    pub fn share_of(self, possible: Points) -> f64 {
        if possible.0 == 0 { 0.0 } else { self.0 as f64 / possible.0 as f64 }
    }
}

impl From<f64> for Points {
    fn from(points: f64) -> Self {
        Points((points * 100.0).round() as i64)
    }
}

impl From<Points> for f64 {
    fn from(points: Points) -> Self {
        points.0 as f64 / 100.0
    }
}

impl Add for Points {
    type Output = Points;
    fn add(self, other: Points) -> Points {
        Points(self.0.saturating_add(other.0))
    }
}

impl Sub for Points {
    type Output = Points;
    fn sub(self, other: Points) -> Points {
        Points(self.0.saturating_sub(other.0))
    }
}

impl Sum for Points {
    fn sum<I: Iterator<Item = Points>>(points: I) -> Points {
        points.fold(Points::ZERO, Add::add)
    }
}

impl fmt::Display for Points {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, rest) = (self.0.unsigned_abs() / 100, self.0.unsigned_abs() % 100);
        let shown = match rest {
            0 => format!("{sign}{whole}"),
            rest if rest % 10 == 0 => format!("{sign}{whole}.{}", rest / 10),
            rest => format!("{sign}{whole}.{rest:02}"),
        };
        formatter.pad(&shown)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_shown_without_needless_digits() {
        let cases = [(0.0, "0"), (10.0, "10"), (7.5, "7.5"), (0.05, "0.05"), (-1.25, "-1.25"), (3.333, "3.33")];
        for (points, expected) in cases {
            assert_eq!(Points::from(points).to_string(), expected);
        }
    }

    #[test]
    fn sums_are_exact() {
        assert_eq!((0..10).map(|_| Points::from(0.1)).sum::<Points>(), Points::whole(1));
        assert_eq!(Points::whole(10).times(1.0 / 3.0), Points::from(3.33));
    }

    #[test]
    fn points_are_a_number_in_json() {
        assert_eq!(serde_json::to_string(&Points::from(7.5)).unwrap(), "7.5");
        assert_eq!(serde_json::from_str::<Points>("10").unwrap(), Points::whole(10));
    }
}
