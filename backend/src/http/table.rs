//! Tables for spreadsheets: CSV as German Excel opens it, with no cell that runs.

use crate::problem::ApiError;

/// A table on its way: semicolons, UTF-8 with a byte order mark, CRLF.
pub struct Table(csv::Writer<Vec<u8>>);

impl Table {
    /// Begins with the names of the columns.
    pub fn new(columns: &[&str]) -> Result<Self, ApiError> {
        let mut writer = csv::WriterBuilder::new()
            .delimiter(b';')
            .terminator(csv::Terminator::CRLF)
            .from_writer(b"\xEF\xBB\xBF".to_vec());
        writer.write_record(columns).map_err(ApiError::internal)?;
        Ok(Self(writer))
    }

    /// Adds a row.
    pub fn row(&mut self, cells: impl IntoIterator<Item = String>) -> Result<(), ApiError> {
        self.0.write_record(cells.into_iter().map(harmless)).map_err(ApiError::internal)
    }

    /// The bytes.
    pub fn finish(self) -> Result<Vec<u8>, ApiError> {
        self.0.into_inner().map_err(|error| ApiError::internal(error.to_string()))
    }
}

/// Spreadsheets run what begins with one of these as a formula (OWASP, "CSV Injection").
fn harmless(text: String) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '|']) { format!("'{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn no_cell_begins_like_a_formula() {
        for hostile in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "|calc"] {
            assert!(harmless(hostile.to_owned()).starts_with('\''), "{hostile}");
        }
        assert_eq!(harmless("World Café".to_owned()), "World Café");
    }
}
