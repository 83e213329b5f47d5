//! What can go wrong. Texts cannot: only what makes a PDF unfit for screen readers, and what is broken in here.

/// Why there is no PDF.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    /// PDF/UA demands a title, and there is none.
    #[error("a PDF needs a title")]
    Title,
    /// PDF/UA demands a language, and what was given is no BCP 47 tag.
    #[error("a PDF needs a language: a BCP 47 tag like \"de\" or \"en-GB\"")]
    Language,
    /// A font that is part of this crate cannot be read.
    #[error("the embedded font cannot be read: {0}")]
    Font(&'static str),
    /// The writer refused: the outcome would not have been PDF/UA and PDF/A, or breaks a limit of the format.
    #[error("the PDF cannot be written: {0}")]
    Write(String),
}
