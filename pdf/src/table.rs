//! Tables and facts.

use krilla::tagging::{TableHeaderScope, Tag, TagKind};

use crate::compose::{Composer, Place, Shaped};
use crate::model::{Align, Cell, Column, Row, Span, Table};
use crate::strips::{Mark, Repeat, Strip};
use crate::style::{self, CELL_SIDE, CELL_TOP, Colour, HEIGHT, TABLE_GAP, THICK, THIN, Type, WIDTH};
use crate::tags::NodeId;

/// A column takes at most this share of the width for the sake of its widest word.
const GREEDIEST: f32 = 0.3;
/// Narrower than this no text can be set; so many columns overlap, but nothing fails.
const NARROWEST: f32 = 6.0;
/// A head that takes more of the page is not repeated.
const HIGHEST_REPEAT: f32 = 0.4;
/// The column of the terms takes this share of the width at most.
const WIDEST_TERM: f32 = 0.35;

/// A cell before its lines are filled.
struct Content {
    text: Shaped,
    tag: TagKind,
}

/// How a row looks.
#[derive(Clone, Copy, Default)]
struct Look {
    ground: Option<Colour>,
    above: Option<(Colour, f32)>,
    below: Option<(Colour, f32)>,
}

/// Where the columns are.
struct Grid {
    /// Left edge, width and alignment of each.
    columns: Vec<(f32, f32, Align)>,
}

impl Grid {
    /// Side by side.
    fn new(widths: &[f32], aligns: impl Iterator<Item = Align>) -> Self {
        let mut x = 0.0;
        let columns = widths
            .iter()
            .zip(aligns)
            .map(|(width, align)| {
                let left = x;
                x += width;
                (left, *width, align)
            })
            .collect();
        Self { columns }
    }
}

impl Composer<'_> {
    /// A table.
    pub fn table(&mut self, table: &Table) {
        let count =
            table.rows.iter().map(|row| row.cells.len()).chain([table.columns.len(), table.head.len()]).max();
        let count = count.unwrap_or_default();
        if count == 0 || (table.head.is_empty() && table.rows.is_empty()) {
            return;
        }
        let column = |index: usize| table.columns.get(index).copied().unwrap_or_default();
        let head: Vec<Content> = self.head(table, count);
        // PDF/UA demands a body where there is a head; on paper, the empty row may be filled in.
        let empty = [Row::default()];
        let rows = if table.rows.is_empty() { &empty } else { table.rows.as_slice() };
        let bodies: Vec<Vec<Content>> = rows
            .iter()
            .map(|row| self.cells(row, count, table.row_headers && !table.rows.is_empty()))
            .collect();
        let widths = {
            let mut least = vec![0.0_f32; count];
            for cells in std::iter::once(&head).chain(&bodies) {
                for (least, cell) in least.iter_mut().zip(cells) {
                    *least = least.max(cell.text.widest() + 2.0 * CELL_SIDE);
                }
            }
            let weights: Vec<f32> = (0..count).map(|index| weight(column(index))).collect();
            widths(&weights, &least)
        };
        let grid = Grid::new(&widths, (0..count).map(|index| column(index).align));

        let node = self.out.tree.root(Tag::Table);
        let caption = self.caption(&table.caption, node);
        let before = if caption.is_empty() { TABLE_GAP } else { style::CAPTION.before.max(TABLE_GAP) };
        let captioned = !caption.is_empty();
        self.push(caption, before, style::CAPTION.after);
        let mut strips = Vec::new();
        let mut repeat = None;
        if !head.is_empty() {
            let part = self.out.tree.child(node, Tag::THead);
            let look = Look {
                ground: Some(style::HEAD_GROUND),
                below: Some((style::ACCENT, THICK)),
                ..Look::default()
            };
            let mut row = self.row(&grid, part, head, look, HEIGHT);
            repeat = self.repeat(&row);
            for strip in &mut row {
                strip.keep = true;
            }
            strips.append(&mut row);
        }
        let limit =
            HEIGHT - repeat.and_then(|id| self.out.repeats.get(id)).map_or(0.0, |repeat| repeat.height);
        let part = self.out.tree.child(node, Tag::TBody);
        for (cells, row) in bodies.into_iter().zip(rows) {
            let look = if row.total {
                Look {
                    ground: Some(style::TOTAL_GROUND),
                    above: Some((style::ACCENT, THIN)),
                    below: Some((style::ACCENT, THIN)),
                }
            } else {
                Look { below: Some((style::HAIRLINE, THIN)), ..Look::default() }
            };
            // A sum alone on a page would say nothing.
            if let Some(last) = strips.last_mut().filter(|_| row.total) {
                last.keep = true;
            }
            let mut row = self.row(&grid, part, cells, look, limit);
            for strip in &mut row {
                strip.repeat = repeat;
            }
            strips.append(&mut row);
        }
        self.push(strips, if captioned { 0.0 } else { before }, TABLE_GAP);
    }

    /// Terms and what there is to say to each.
    pub fn facts(&mut self, facts: &[(String, Vec<Span>)]) {
        let kind = Type { tabular: false, ..style::CELL };
        let term = Type { bold: true, colour: style::ACCENT, ..kind };
        let rows: Vec<(Shaped, Shaped)> = facts
            .iter()
            .map(|(name, text)| (self.shape(&[Span::text(name)], term), self.shape(text, kind)))
            .filter(|(name, text)| !name.is_empty() || !text.is_empty())
            .collect();
        if rows.is_empty() {
            return;
        }
        let widest = rows.iter().map(|(name, _)| name.natural()).fold(0.0, f32::max);
        // A hair more, so that no term breaks for rounding.
        let left = (widest + 2.0 * CELL_SIDE + 4.0).clamp(WIDTH * 0.15, WIDTH * WIDEST_TERM);
        let grid = Grid::new(&[left, WIDTH - left], [Align::Start, Align::Start].into_iter());
        let node = self.out.tree.root(Tag::Table);
        let part = self.out.tree.child(node, Tag::TBody);
        let mut strips = Vec::new();
        for (index, (name, text)) in rows.into_iter().enumerate() {
            let cells = vec![
                Content { text: name, tag: Tag::TH(TableHeaderScope::Row).into() },
                Content { text, tag: Tag::TD.into() },
            ];
            let look = Look {
                above: (index == 0).then_some((style::ACCENT, THICK)),
                below: Some((style::HAIRLINE, THIN)),
                ..Look::default()
            };
            strips.append(&mut self.row(&grid, part, cells, look, HEIGHT));
        }
        self.push(strips, TABLE_GAP, TABLE_GAP);
    }

    /// The heads of the columns.
    fn head(&self, table: &Table, count: usize) -> Vec<Content> {
        if table.head.is_empty() {
            return Vec::new();
        }
        let none = Cell::default();
        (0..count)
            .map(|index| Content {
                text: self.shape(&table.head.get(index).unwrap_or(&none).0, style::HEAD_CELL),
                tag: Tag::TH(TableHeaderScope::Column).into(),
            })
            .collect()
    }

    /// The cells of a row, as many as there are columns: screen readers count them.
    fn cells(&self, row: &Row, count: usize, row_headers: bool) -> Vec<Content> {
        let none = Cell::default();
        (0..count)
            .map(|index| {
                let heads = row_headers && index == 0;
                let kind = if heads || row.total { style::STRONG_CELL } else { style::CELL };
                let tag: TagKind = if heads { Tag::TH(TableHeaderScope::Row).into() } else { Tag::TD.into() };
                Content { text: self.shape(&row.cells.get(index).unwrap_or(&none).0, kind), tag }
            })
            .collect()
    }

    /// A row: one strip, or several if it is higher than `limit`.
    fn row(&mut self, grid: &Grid, part: NodeId, cells: Vec<Content>, look: Look, limit: f32) -> Vec<Strip> {
        let leading = style::CELL.leading;
        let fonts = self.fonts;
        let filled: Vec<_> = cells
            .into_iter()
            .zip(&grid.columns)
            .map(|(cell, (_, width, _))| {
                let room = (width - 2.0 * CELL_SIDE).max(NARROWEST);
                (cell.tag, cell.text.fill(fonts, room))
            })
            .collect();
        let count = filled.iter().map(|(_, (lines, _))| lines.len()).max().unwrap_or_default().max(1);
        let capacity = capacity(limit, leading);
        let mut strips: Vec<Strip> = Vec::new();
        let mut left = count;
        while left > 0 {
            let lines = left.min(capacity);
            left -= lines;
            let height = times(lines, leading) + 2.0 * CELL_TOP;
            let mut marks = Vec::new();
            let mut fill =
                |y, height, colour| marks.push(Mark::Fill { x: 0.0, y, width: WIDTH, height, colour });
            if let Some(colour) = look.ground {
                fill(0.0, height, colour);
            }
            if let Some((colour, thickness)) = look.above {
                fill(0.0, thickness, colour);
            }
            if let Some((colour, thickness)) = look.below {
                fill(height - thickness, thickness, colour);
            }
            strips.push(Strip { height, marks, ..Strip::default() });
        }
        let row = self.out.tree.child(part, Tag::TR);
        for ((tag, (lines, mut marker)), (left, width, align)) in filled.into_iter().zip(&grid.columns) {
            let node = self.out.tree.child(row, tag);
            for (index, line) in lines.into_iter().enumerate() {
                let place = Place {
                    node,
                    x: left + CELL_SIDE,
                    y: CELL_TOP + times(index % capacity, leading),
                    width: width - 2.0 * CELL_SIDE,
                    align: *align,
                };
                if let Some(strip) = strips.get_mut(index / capacity) {
                    self.mark(line, &mut marker, place, &mut strip.marks);
                }
            }
        }
        strips
    }

    /// Remembers a head for the pages to come, unless it leaves too little room on them.
    fn repeat(&mut self, head: &[Strip]) -> Option<usize> {
        let [strip] = head else { return None };
        if strip.height > HEIGHT * HIGHEST_REPEAT {
            return None;
        }
        let marks = strip.marks.iter().cloned().map(Mark::decoration).collect();
        self.out.repeats.push(Repeat { height: strip.height, marks });
        Some(self.out.repeats.len() - 1)
    }
}

/// A weight that can be reckoned with.
fn weight(column: Column) -> f32 {
    if column.weight.is_finite() { column.weight.clamp(0.05, 100.0) } else { 1.0 }
}

/// Shares out the width by weight; then columns whose widest word needs more get it from those that have some left.
fn widths(weights: &[f32], least: &[f32]) -> Vec<f32> {
    let sum: f32 = weights.iter().sum();
    let shares: Vec<f32> = weights.iter().map(|weight| WIDTH * weight / sum).collect();
    let least: Vec<f32> = least.iter().map(|least| least.min(WIDTH * GREEDIEST)).collect();
    let lack: f32 = shares.iter().zip(&least).map(|(share, least)| (least - share).max(0.0)).sum();
    let spare: f32 = shares.iter().zip(&least).map(|(share, least)| (share - least).max(0.0)).sum();
    if lack <= 0.0 || spare <= 0.0 {
        return shares;
    }
    // With less to spare than is lacking, all lack the same share of what they need.
    let (given, taken) = ((spare / lack).min(1.0), (lack / spare).min(1.0));
    shares
        .iter()
        .zip(&least)
        .map(
            |(share, least)| {
                if share < least { share + (least - share) * given } else { share - (share - least) * taken }
            },
        )
        .collect()
}

/// How many lines a strip of that height holds: at least one.
fn capacity(limit: f32, leading: f32) -> usize {
    let mut lines = 1;
    while times(lines + 1, leading) + 2.0 * CELL_TOP <= limit {
        lines += 1;
    }
    lines
}

/// So many lines are so high. There are never more than a page holds.
fn times(lines: usize, leading: f32) -> f32 {
    f32::from(u16::try_from(lines).unwrap_or(u16::MAX)) * leading
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_the_width() {
        let close = |a: &[f32], b: &[f32]| a.iter().zip(b).all(|(a, b)| (a - b).abs() < 0.01);
        assert!(close(&widths(&[1.0, 3.0], &[0.0, 0.0]), &[WIDTH / 4.0, WIDTH * 0.75]));
        let narrow = widths(&[1.0, 9.0], &[100.0, 10.0]);
        assert!(close(&narrow, &[100.0, WIDTH - 100.0]));
        let crowded = widths(&[1.0; 8], &[120.0; 8]);
        assert!(close(&crowded, &[WIDTH / 8.0; 8]));
    }

    #[test]
    fn reckons_with_any_weight() {
        for odd in [f32::NAN, f32::INFINITY, -1.0, 0.0] {
            assert!(weight(Column::new(odd)) > 0.0);
        }
    }

    #[test]
    fn holds_lines() {
        assert_eq!(capacity(0.0, 13.0), 1);
        assert_eq!(capacity(34.0, 13.0), 2);
        assert_eq!(capacity(33.9, 13.0), 1);
    }
}
