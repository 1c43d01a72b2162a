//! Joining the shares that several machines have verified, if they are shares of the same whole and make it up.

use std::collections::BTreeMap;

use super::record::{SCHEMA, Verification};
use crate::partition::Partition;

/// Why reports cannot be joined. Each message names the report and says what to do.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum MergeError {
    /// There is nothing to join.
    #[error("no report was given")]
    Nothing,
    /// It has another form.
    #[error(
        "{report} is a report of the form `{schema}`; this threadlings joins `{SCHEMA}`. Verify again with this version."
    )]
    OtherForm {
        /// The report.
        report: String,
        /// Its form.
        schema: String,
    },
    /// It is about something else than the first.
    #[error(
        "{report} and {first} do not belong together: they differ in {what}. Verify all shares of the same commit, with the same options."
    )]
    OtherWhole {
        /// The report.
        report: String,
        /// The first report.
        first: String,
        /// In what they differ.
        what: &'static str,
    },
    /// Two reports are about the same share.
    #[error("{report} and {other} are both share {share}. Leave one of them out.")]
    Twice {
        /// The report.
        report: String,
        /// The one that came before it.
        other: String,
        /// The share.
        share: Partition,
    },
    /// It holds what belongs to another share, or the same file twice.
    #[error("{report} is share {share}, to which `{file}` does not belong. Verify that share again.")]
    Foreign {
        /// The report.
        report: String,
        /// The share it is said to be.
        share: Partition,
        /// The file.
        file: String,
    },
    /// Shares are missing.
    #[error("of {of} shares, {missing} missing. Give the reports of all shares.")]
    Gaps {
        /// How many there should be.
        of: u32,
        /// Which, with "is" or "are".
        missing: String,
    },
    /// Files are missing although all shares are there.
    #[error("all shares are there, but only {files} of {total} files. Verify again.")]
    Incomplete {
        /// How many files there are.
        files: usize,
        /// How many there should be.
        total: usize,
    },
}

/// Joins reports, each with the name to call it by, in any order. The time is that of all of them together.
///
/// # Errors
/// If they are not all the shares of one verification, each once.
pub fn merge(reports: Vec<(String, Verification)>) -> Result<Verification, MergeError> {
    let (first_name, first) = reports.first().ok_or(MergeError::Nothing)?;
    let of = first.partition.of();
    let mut shares: BTreeMap<Partition, &str> = BTreeMap::new();
    for (name, report) in &reports {
        let report_name = || name.clone();
        if report.schema != SCHEMA {
            return Err(MergeError::OtherForm { report: report_name(), schema: report.schema.clone() });
        }
        let differs = [
            ("the course", report.course != first.course),
            ("the files of the course, the judges or the toolchain", report.fingerprint != first.fingerprint),
            ("the exercises that were asked for", report.exercises != first.exercises || report.total != first.total),
            ("how often each file was judged", report.repeated != first.repeated),
            ("the number of shares", report.partition.of() != of),
        ];
        if let Some((what, _)) = differs.into_iter().find(|(_, differs)| *differs) {
            return Err(MergeError::OtherWhole { report: report_name(), first: first_name.clone(), what });
        }
        let share = report.partition;
        if let Some(other) = shares.insert(share, name) {
            return Err(MergeError::Twice { report: report_name(), other: other.to_owned(), share });
        }
        if let Some(foreign) = report.files.iter().find(|judged| !share.contains(&judged.file)) {
            return Err(MergeError::Foreign { report: report_name(), share, file: foreign.file.clone() });
        }
        let mut numbers: Vec<_> = report.files.iter().collect();
        numbers.sort_by_key(|judged| judged.number);
        if let Some([twice, _]) = numbers.array_windows().find(|[one, next]| one.number == next.number) {
            return Err(MergeError::Foreign { report: report_name(), share, file: twice.file.clone() });
        }
    }
    let missing: Vec<String> = (1..=of)
        .filter(|share| !shares.keys().any(|key| key.share() == *share))
        .map(|share| share.to_string())
        .collect();
    if let [.., last] = missing.as_slice() {
        let missing = match missing.len() {
            1 => format!("{last} is"),
            count => format!("{} and {last} are", missing[..count - 1].join(", ")),
        };
        return Err(MergeError::Gaps { of, missing });
    }
    let seconds = reports.iter().map(|(_, report)| report.seconds).sum();
    let mut reports = reports.into_iter().map(|(_, report)| report);
    let mut whole = reports.next().ok_or(MergeError::Nothing)?;
    for report in reports {
        whole.files.extend(report.files);
        whole.problems.extend(report.problems);
    }
    whole.problems.sort();
    whole.files.sort_by_key(|judged| judged.number);
    if whole.files.len() != whole.total {
        return Err(MergeError::Incomplete { files: whole.files.len(), total: whole.total });
    }
    whole.partition = Partition::WHOLE;
    whole.seconds = seconds;
    Ok(whole)
}

#[cfg(test)]
mod tests {
    use super::super::record::sample;
    use super::*;

    /// The sample in so many shares, the last first.
    fn shares(of: u32) -> Vec<(String, Verification)> {
        let share = |k: u32| {
            let partition: Partition = format!("{k}/{of}").parse().unwrap();
            let mut share = Verification { partition, ..sample::verification() };
            share.files.retain(|judged| partition.contains(&judged.file));
            (format!("{k}.json"), share)
        };
        (1..=of).rev().map(share).collect()
    }

    #[test]
    fn shares_make_up_the_whole() {
        for of in [1, 2, 3, 7] {
            let merged = merge(shares(of)).unwrap();
            assert_eq!(merged, Verification { seconds: 1.5 * f64::from(of), ..sample::verification() }, "{of}");
        }
    }

    fn refused(change: impl FnOnce(&mut Vec<(String, Verification)>)) -> String {
        let mut reports = shares(3);
        change(&mut reports);
        merge(reports).unwrap_err().to_string()
    }

    #[test]
    fn what_does_not_belong_together_is_refused() {
        let together = "3.json do not belong together: they differ in";
        let cases: [(String, String); 9] = [
            (refused(Vec::clear), "no report was given".into()),
            (refused(|reports| reports[1].1.schema = "x/v9".into()), "2.json is a report of the form `x/v9`".into()),
            (refused(|reports| reports[2].1.fingerprint = "1".into()), format!("1.json and {together} the files of")),
            (refused(|reports| reports[2].1.course = "Other".into()), format!("1.json and {together} the course")),
            (refused(|reports| reports[2].1.exercises.clear()), format!("1.json and {together} the exercises")),
            (refused(|reports| reports[2].1.repeated = 5), format!("1.json and {together} how often")),
            (
                refused(|reports| reports[2].1.partition = "1/4".parse().unwrap()),
                format!("1.json and {together} the number of shares"),
            ),
            (
                refused(|reports| reports.push(("copy.json".into(), reports[0].1.clone()))),
                "copy.json and 3.json are both share 3/3".into(),
            ),
            (refused(|reports| drop(reports.remove(1))), "of 3 shares, 2 is missing".into()),
        ];
        for (error, expected) in cases {
            assert!(error.starts_with(&expected), "{error}\ndoes not start with\n{expected}");
        }
        assert!(refused(|reports| reports.truncate(1)).starts_with("of 3 shares, 1 and 2 are missing"));
    }

    #[test]
    fn a_share_holds_its_own_files_each_once_and_all_of_them() {
        let full = |reports: &mut Vec<(String, Verification)>| {
            reports.iter().position(|(_, report)| !report.files.is_empty()).unwrap()
        };
        let moved = refused(|reports| {
            let from = full(reports);
            let judged = reports[from].1.files.remove(0);
            let to = (from + 1) % 3;
            reports[to].1.files.push(judged);
        });
        assert!(moved.contains("does not belong"), "{moved}");
        let twice = refused(|reports| {
            let at = full(reports);
            let judged = reports[at].1.files[0].clone();
            reports[at].1.files.push(judged);
        });
        assert!(twice.contains("does not belong"), "{twice}");
        let lost = refused(|reports| {
            let at = full(reports);
            reports[at].1.files.remove(0);
        });
        assert!(lost.starts_with("all shares are there, but only 3 of 4 files"), "{lost}");
    }
}
