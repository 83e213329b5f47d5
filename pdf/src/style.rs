//! How it looks: all measures are in points, from the top left of the page.

use krilla::color::rgb::Color;

/// A4.
pub const PAGE_WIDTH: f32 = 595.28;
/// A4.
pub const PAGE_HEIGHT: f32 = 841.89;
/// 20 mm.
pub const MARGIN: f32 = 56.69;
/// Room for text from left to right.
pub const WIDTH: f32 = PAGE_WIDTH - 2.0 * MARGIN;
/// Room for text from top to bottom.
pub const HEIGHT: f32 = PAGE_HEIGHT - 2.0 * MARGIN;

/// Almost black.
pub const INK: Colour = Colour(0x1b, 0x23, 0x27);
/// Deep petrol, for headings and links; 9.5:1 on white.
pub const ACCENT: Colour = Colour(0x0b, 0x4f, 0x5c);
/// For the foot of the page; 7:1 on white.
pub const QUIET: Colour = Colour(0x4d, 0x58, 0x5c);
/// The ground of table heads.
pub const HEAD_GROUND: Colour = Colour(0xe3, 0xee, 0xf0);
/// The ground of rows that sum up.
pub const TOTAL_GROUND: Colour = Colour(0xf1, 0xf6, 0xf7);
/// Lines between rows.
pub const HAIRLINE: Colour = Colour(0xc3, 0xcf, 0xd2);

/// How thin lines are.
pub const THIN: f32 = 0.6;
/// How thick the lines are that set off.
pub const THICK: f32 = 1.2;

/// Red, green, blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(u8, u8, u8);

impl From<Colour> for Color {
    fn from(colour: Colour) -> Self {
        Self::new(colour.0, colour.1, colour.2)
    }
}

/// How a kind of text is set.
#[derive(Clone, Copy, Debug)]
pub struct Type {
    /// Size of the font.
    pub size: f32,
    /// From one baseline to the next.
    pub leading: f32,
    /// Colour of what is no link.
    pub colour: Colour,
    /// Whether all of it is bold.
    pub bold: bool,
    /// Whether all figures have the same width, to stand below each other.
    pub tabular: bool,
    /// Least distance to what comes before.
    pub before: f32,
    /// Least distance to what comes after.
    pub after: f32,
}

impl Type {
    /// Where the baseline lies below the top of a line: the middle of a letter without ascender or descender lies a
    /// bit above the middle of its line. 0.935 and 0.265 are the ascent and descent of Fira Sans.
    pub fn baseline(&self) -> f32 {
        (self.leading - 1.2 * self.size) / 2.0 + 0.935 * self.size
    }
}

/// What all others differ from.
const TEXT: Type =
    Type { size: 10.5, leading: 15.0, colour: INK, bold: false, tabular: false, before: 0.0, after: 7.5 };

/// Paragraphs.
pub const PARAGRAPH: Type = TEXT;
/// The first paragraph.
pub const LEAD: Type = Type { size: 13.0, leading: 19.0, after: 12.0, ..TEXT };
/// Items of a list; `after` is that of the whole list.
pub const ITEM: Type = Type { before: 2.5, ..TEXT };
/// Text in tables.
pub const CELL: Type = Type { size: 9.5, leading: 13.0, tabular: true, ..TEXT };
/// Heads of columns, heads of rows, rows that sum up.
pub const STRONG_CELL: Type = Type { bold: true, ..CELL };
/// Heads of columns.
pub const HEAD_CELL: Type = Type { colour: ACCENT, ..STRONG_CELL };
/// What stands above a table.
pub const CAPTION: Type = Type { bold: true, leading: 14.0, before: 9.0, after: 4.0, ..TEXT };
/// The foot of a page.
pub const FOOT: Type = Type { size: 8.5, leading: 11.0, colour: QUIET, tabular: true, ..TEXT };

/// Headings by level.
pub fn heading(level: u8) -> Type {
    let base = Type { colour: ACCENT, bold: true, ..TEXT };
    match level {
        1 => Type { size: 24.0, leading: 29.0, before: 24.0, after: 12.0, ..base },
        2 => Type { size: 15.5, leading: 20.0, before: 20.0, after: 6.0, ..base },
        3 => Type { size: 12.0, leading: 16.0, before: 14.0, after: 4.0, ..base },
        _ => Type { size: 10.5, leading: 15.0, before: 11.0, after: 3.0, ..base },
    }
}

/// From the edge of a cell to its text, left and right.
pub const CELL_SIDE: f32 = 5.0;
/// From the edge of a cell to its text, above and below.
pub const CELL_TOP: f32 = 4.0;
/// Around a table.
pub const TABLE_GAP: f32 = 12.0;
/// From the left edge of a list to its text, at least.
pub const INDENT: f32 = 14.0;
/// From the label of an item to its text.
pub const LABEL_GAP: f32 = 6.0;
