//! The report for programs.

use super::Report;

/// The version of the form of the JSON below. It grows when a reader would have to change.
pub const VERSION: u32 = 1;

/// One line of JSON with everything that is known about the answer.
pub fn render(report: &Report) -> String {
    let mut value = serde_json::to_value(report).expect("a report holds nothing that JSON cannot");
    value["version"] = VERSION.into();
    value["pass"] = report.verdict.is_pass().into();
    value["headline"] = report.headline().into();
    value["help"] = report.help().into();
    value.to_string()
}
