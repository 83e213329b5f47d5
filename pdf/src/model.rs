//! What a document is made of.

/// A document for printing and reading.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// What readers and archives call it, and what the foot of every page says. Not shown otherwise: begin with a
    /// heading. Must not be blank.
    pub title: String,
    /// The language of all its text, as a BCP 47 tag. German is hyphenated; the foot of the pages is German for
    /// German, and English for everything else.
    pub lang: String,
    /// Who made it; may be empty.
    pub author: String,
    /// What it says, in reading order.
    pub blocks: Vec<Block>,
}

/// A part of a document. Blank parts are left out.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading, which stays on a page with what follows.
    Heading {
        /// 1 for the heading of the document. A level that skips others is raised, for screen readers rely on it.
        level: u8,
        /// What it says.
        text: String,
    },
    /// The first paragraph: what it is all about, in larger type.
    Lead(Vec<Span>),
    /// A paragraph; line feeds in it break the line.
    Paragraph(Vec<Span>),
    /// A list.
    List {
        /// What stands before its items.
        kind: ListKind,
        /// Its items.
        items: Vec<Vec<Span>>,
    },
    /// A table.
    Table(Table),
    /// Terms and what there is to say to each: a table of two columns without a head.
    Facts(Vec<(String, Vec<Span>)>),
    /// A line across the page.
    Rule,
    /// What follows begins a page.
    PageBreak,
}

/// What stands before the items of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListKind {
    /// Bullets.
    Bullets,
    /// Numbers from 1.
    Numbers,
    /// Boxes to tick on paper.
    Boxes,
}

/// A stretch of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    /// As everything around it.
    Text(String),
    /// Of strong importance: bold.
    Strong(String),
    /// Leads somewhere.
    Link {
        /// What is shown; the address if it is blank.
        text: String,
        /// Where it leads: `http:`, `https:`, `mailto:` or `tel:`. Anything else is shown as mere text.
        url: String,
    },
}

impl Span {
    /// Plain text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// Bold text.
    pub fn strong(text: impl Into<String>) -> Self {
        Self::Strong(text.into())
    }

    /// A link.
    pub fn link(text: impl Into<String>, url: impl Into<String>) -> Self {
        Self::Link { text: text.into(), url: url.into() }
    }
}

/// A table: its head is repeated on each page that it runs over, and its rows stay whole as long as a page holds them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// What it shows; stands above it. May be blank.
    pub caption: String,
    /// Its columns. If rows or head have more cells, columns like the default are added.
    pub columns: Vec<Column>,
    /// The heads of the columns; none if empty.
    pub head: Vec<Cell>,
    /// Its rows; cells that lack are empty.
    pub rows: Vec<Row>,
    /// Whether the first cell of each row is its head.
    pub row_headers: bool,
}

/// A column of a table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Column {
    /// Its share of the width, compared to the other columns. A column gets more if its words need it.
    pub weight: f32,
    /// Where its text stands.
    pub align: Align,
}

impl Column {
    /// A column of text.
    pub fn new(weight: f32) -> Self {
        Self { weight, align: Align::Start }
    }

    /// A column of numbers.
    pub fn numbers(weight: f32) -> Self {
        Self { weight, align: Align::End }
    }
}

impl Default for Column {
    fn default() -> Self {
        Self::new(1.0)
    }
}

/// Where text stands in a column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// Left.
    #[default]
    Start,
    /// Right, as numbers do.
    End,
}

/// A row of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// Its cells.
    pub cells: Vec<Cell>,
    /// Whether it sums up the others: it is set off and bold.
    pub total: bool,
}

impl Row {
    /// A row of plain texts.
    pub fn new<T: Into<Cell>>(cells: impl IntoIterator<Item = T>) -> Self {
        Self { cells: cells.into_iter().map(Into::into).collect(), total: false }
    }

    /// The same as the row that sums up the others.
    #[must_use]
    pub fn total(mut self) -> Self {
        self.total = true;
        self
    }
}

/// A cell of a table; line feeds in it break the line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell(pub Vec<Span>);

impl From<Vec<Span>> for Cell {
    fn from(spans: Vec<Span>) -> Self {
        Self(spans)
    }
}

impl From<Span> for Cell {
    fn from(span: Span) -> Self {
        Self(vec![span])
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Span::Text(text).into()
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

/// Whether this has the form of a BCP 47 tag: subtags of one to eight letters and digits, the first of letters alone.
pub(crate) fn is_language(tag: &str) -> bool {
    let mut subtags = tag.split('-');
    let fits = |subtag: &str, from: usize| (from..=8).contains(&subtag.len());
    subtags.next().is_some_and(|first| fits(first, 2) && first.bytes().all(|b| b.is_ascii_alphabetic()))
        && subtags.all(|subtag| fits(subtag, 1) && subtag.bytes().all(|b| b.is_ascii_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_languages() {
        for tag in ["de", "en-GB", "de-CH-1996", "gsw", "de-x-leicht"] {
            assert!(is_language(tag), "{tag}");
        }
        for tag in ["", "d", "de_DE", "de-", "deutschland", "1a", "de DE", "dé"] {
            assert!(!is_language(tag), "{tag}");
        }
    }
}
