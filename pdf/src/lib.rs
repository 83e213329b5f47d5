//! Well-set, accessible PDFs from a plain document: headings, paragraphs, lists, tables and facts on A4 pages.
//!
//! What comes out is tagged and checked while it is written: PDF/UA-1 (for screen readers) and PDF/A-2a (for the
//! archive), with language, title, bookmarks and a structure tree in reading order. The same document with the same
//! creation time gives the same bytes.
//!
//! No text can make it fail: what the font cannot show is shown as an empty frame and kept as text for screen
//! readers and searches; control characters are left out.
//!
//! ```
//! use mitwirken_pdf::{Block, Created, Document, Span, render};
//!
//! let document = Document {
//!     title: "Stadtteilfest".into(),
//!     lang: "de".into(),
//!     author: "Stadt Musterhausen".into(),
//!     blocks: vec![
//!         Block::Heading { level: 1, text: "Stadtteilfest".into() },
//!         Block::Paragraph(vec![Span::text("Ein Plan für "), Span::strong("Samstag")]),
//!     ],
//! };
//! let pdf = render(&document, Created::from_unix(1_790_000_000))?;
//! assert!(pdf.starts_with(b"%PDF-1.7"));
//! # Ok::<(), mitwirken_pdf::PdfError>(())
//! ```

mod compose;
mod created;
mod error;
mod fonts;
mod lines;
mod model;
mod pages;
mod paint;
mod strips;
mod style;
mod table;
mod tags;
mod text;
mod words;

pub use created::Created;
pub use error::PdfError;
pub use model::{Align, Block, Cell, Column, Document, ListKind, Row, Span, Table};

use compose::Composer;
use fonts::Fonts;

/// The longest text that goes into the metadata, the bookmarks and the titles of headings. PDF/A allows strings of
/// 32,767 bytes; a character takes four of them at most.
const LONGEST_NAME: usize = 4_000;

/// Writes `document` as a PDF that says it was made at `created`.
pub fn render(document: &Document, created: Created) -> Result<Vec<u8>, PdfError> {
    let title = text::name(&document.title, LONGEST_NAME);
    if title.is_empty() {
        return Err(PdfError::Title);
    }
    if !model::is_language(&document.lang) {
        return Err(PdfError::Language);
    }
    let fonts = Fonts::load()?;
    let composed = Composer::new(&fonts, &document.lang).compose(&document.blocks);
    let laid_out = pages::paginate(composed);
    let about = paint::About {
        title,
        author: text::name(&document.author, LONGEST_NAME),
        lang: document.lang.clone(),
        created,
    };
    paint::paint(laid_out, &about, &fonts)
}
