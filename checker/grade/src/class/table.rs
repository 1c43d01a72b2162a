//! Reading CSV files as spreadsheets and learning platforms write them.

use std::path::Path;

/// Why a CSV file cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("{file}{}: {problem}", .line.map(|line| format!(":{line}")).unwrap_or_default())]
pub struct TableError {
    /// The file.
    pub file: String,
    /// The line, from 1.
    pub line: Option<u64>,
    /// What is wrong there and how to mend it.
    pub problem: String,
}

/// A row: one text for each column that was asked for, without the blanks around it.
pub(super) struct Row<const COLUMNS: usize> {
    /// From 1.
    pub(super) line: u64,
    /// Empty where the file does not have the column.
    pub(super) cells: [String; COLUMNS],
}

/// Reads a file.
pub(super) fn read(path: &Path) -> Result<Vec<u8>, TableError> {
    let unreadable = |error| TableError {
        file: path.display().to_string(),
        line: None,
        problem: format!("it cannot be read: {error}."),
    };
    std::fs::read(path).map_err(unreadable)
}

/// The rows of a table whose first line names the columns, in any case and order. Of each column it is said under which
/// names it is known; the first `needed` columns must be there. Cells are separated by commas, semicolons or tabs.
pub(super) fn rows<const COLUMNS: usize>(
    bytes: &[u8],
    file: &str,
    columns: [&[&str]; COLUMNS],
    needed: usize,
) -> Result<Vec<Row<COLUMNS>>, TableError> {
    let wrong = |line: Option<u64>, problem: String| TableError { file: file.to_owned(), line, problem };
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let first = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let is_in_first = |separator: &u8| first.contains(separator);
    let separator = [b',', b';', b'\t'].into_iter().find(is_in_first).unwrap_or(b',');
    let mut reader =
        csv::ReaderBuilder::new().delimiter(separator).trim(csv::Trim::All).flexible(true).from_reader(bytes);
    let unreadable = |error: csv::Error| {
        let problem = match error.kind() {
            csv::ErrorKind::Utf8 { .. } => "it is not UTF-8. Save it again as UTF-8.".to_owned(),
            _ => format!("it is no CSV: {error}."),
        };
        wrong(error.position().map(csv::Position::line), problem)
    };
    let head = reader.headers().map_err(unreadable)?.clone();
    let position =
        |names: &[&str]| head.iter().position(|name| names.iter().any(|known| known.eq_ignore_ascii_case(name)));
    let positions = columns.map(position);
    if let Some(missing) = (0..needed).find(|column| positions[*column].is_none()) {
        let head: Vec<&str> = head.iter().collect();
        let problem = format!("there is no column `{}`; there are: {}.", columns[missing][0], head.join(", "));
        return Err(wrong(Some(1), problem));
    }
    let mut rows = Vec::new();
    for row in reader.records() {
        let row = row.map_err(unreadable)?;
        let cells = positions.map(|position| position.and_then(|at| row.get(at)).unwrap_or_default().to_owned());
        rows.push(Row { line: row.position().map_or(0, csv::Position::line), cells });
    }
    Ok(rows)
}
