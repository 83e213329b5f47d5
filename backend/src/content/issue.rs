//! What is wrong with content, and where.

use std::fmt;

/// One thing that is wrong with one object, by JSON pointer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// JSON pointer into the document, e.g. `/steps/2/minutes`.
    pub pointer: String,
    /// What is wrong and what to write instead.
    pub message: String,
}

/// Collects what is wrong while a document is checked.
#[derive(Debug, Default)]
pub struct Issues(pub Vec<Issue>);

impl Issues {
    /// Records a fault at `pointer`.
    pub fn push(&mut self, pointer: impl Into<String>, message: impl Into<String>) {
        self.0.push(Issue { pointer: pointer.into(), message: message.into() });
    }

    /// Records a fault unless `fine`.
    pub fn unless(&mut self, fine: bool, pointer: &str, message: &str) {
        if !fine {
            self.push(pointer, message);
        }
    }
}

/// One thing that is wrong with one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileIssue {
    /// Path as it was given, or `formats/world-cafe.toml` for shipped content.
    pub file: String,
    /// Line, from 1; absent if the whole file is meant.
    pub line: Option<usize>,
    /// JSON pointer of the field; empty if the whole file is meant.
    pub field: String,
    /// What is wrong.
    pub message: String,
}

impl fmt::Display for FileIssue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        if !self.field.is_empty() {
            write!(f, ": {}", self.field)?;
        }
        write!(f, ": {}", self.message)
    }
}
