//! Times and durations as instructors and learning platforms write them.

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Span, SpanRelativeTo, Timestamp};

/// A point in time. Without an offset it is taken for UTC; a date alone is the last second of the day.
///
/// # Errors
/// If it is none; the error says how to write one.
pub fn time(text: &str) -> Result<Timestamp, String> {
    let text = text.trim();
    let utc = |time: DateTime| TimeZone::UTC.to_timestamp(time);
    let is_date = text.len() == 10;
    let date = || text.parse::<Date>().ok().filter(|_| is_date).map(|date| date.at(23, 59, 59, 0));
    let time = text.parse::<Timestamp>().ok().or_else(|| utc(date().or_else(|| text.parse().ok())?).ok());
    time.ok_or_else(|| {
        format!("`{text}` is no time. Write 2026-03-01 23:59 (UTC), or with an offset 2026-03-01T23:59:00+01:00.")
    })
}

/// A length of time: `15m`, `2h`, `1d`.
///
/// # Errors
/// If it is none, or negative; the error says how to write one.
pub fn duration(text: &str) -> Result<SignedDuration, String> {
    let span = text.trim().parse::<Span>().ok();
    let duration = span.and_then(|span| span.to_duration(SpanRelativeTo::days_are_24_hours()).ok());
    duration
        .filter(|duration| !duration.is_negative())
        .ok_or_else(|| format!("`{text}` is no length of time. Write 15m, 2h or 1d."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_people_write_them() {
        let cases = [
            ("2026-03-01 23:59", Some("2026-03-01T23:59:00Z")),
            ("2026-03-01T23:59:30", Some("2026-03-01T23:59:30Z")),
            ("2026-03-01T23:59:00+01:00", Some("2026-03-01T22:59:00Z")),
            (" 2026-03-01 23:59:00 -0500 ", None),
            ("2026-03-01 23:59:00-05:00", Some("2026-03-02T04:59:00Z")),
            ("2026-03-01T22:59:00Z", Some("2026-03-01T22:59:00Z")),
            ("2026-03-01", Some("2026-03-01T23:59:59Z")),
            ("1.3.2026", None),
            ("", None),
        ];
        for (text, expected) in cases {
            assert_eq!(time(text).ok().map(|time| time.to_string()).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn durations_are_read_as_people_write_them() {
        let cases = [("15m", Some(900)), ("2h 30m", Some(9000)), ("1d", Some(86400)), ("-1h", None), ("soon", None)];
        for (text, expected) in cases {
            assert_eq!(duration(text).ok().map(|duration| duration.as_secs()), expected, "{text}");
        }
    }
}
