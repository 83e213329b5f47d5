//! Lays strips onto pages.

use crate::strips::{Composed, Heading, LinkId, Mark, Strip};
use crate::style::{HEIGHT, MARGIN};
use crate::tags::{SlotId, Tree};

/// Rounding must not push a strip to the next page.
const SLACK: f32 = 0.01;

/// A rectangle: left, top, right, bottom.
pub type Area = [f32; 4];

/// A link on a page.
#[derive(Debug)]
pub struct Link {
    id: LinkId,
    /// Where it belongs.
    pub slot: SlotId,
    /// Where it leads.
    pub url: String,
    /// What it is called.
    pub label: String,
    /// Where it can be clicked: one area for each line.
    pub areas: Vec<Area>,
}

/// A page.
#[derive(Debug, Default)]
pub struct Page {
    /// What is painted, from the top left of the page.
    pub marks: Vec<Mark>,
    /// What can be clicked.
    pub links: Vec<Link>,
}

/// A heading in its place.
#[derive(Debug)]
pub struct Bookmark {
    /// Its level and text.
    pub heading: Heading,
    /// Number of its page, from 0.
    pub page: usize,
    /// Its top edge.
    pub y: f32,
}

/// All pages.
pub struct LaidOut {
    /// At least one.
    pub pages: Vec<Page>,
    /// In reading order.
    pub bookmarks: Vec<Bookmark>,
    /// What it all is.
    pub tree: Tree,
}

/// Lays out everything.
pub fn paginate(mut composed: Composed) -> LaidOut {
    let strips = std::mem::take(&mut composed.strips);
    let together: Vec<f32> = chains(&strips);
    let mut sheets = Sheets { composed, pages: vec![Page::default()], y: 0.0, places: Vec::new() };
    for (strip, together) in strips.into_iter().zip(together) {
        sheets.add(strip, together);
    }
    let Sheets { composed, pages, places, .. } = sheets;
    let bookmarks = composed
        .headings
        .into_iter()
        .zip(places)
        .map(|(heading, (page, y))| Bookmark { heading, page, y })
        .collect();
    LaidOut { pages, bookmarks, tree: composed.tree }
}

/// How high each strip is together with all that must stay with it. From the end, so that each is looked at once.
fn chains(strips: &[Strip]) -> Vec<f32> {
    let mut together = Vec::with_capacity(strips.len());
    let mut next = 0.0;
    for strip in strips.iter().rev() {
        let height = strip.height + if strip.keep { next } else { 0.0 };
        together.push(height);
        next = if strip.page_break { 0.0 } else { strip.before + height };
    }
    together.reverse();
    together
}

/// Pages while they fill.
struct Sheets {
    composed: Composed,
    pages: Vec<Page>,
    /// How much of the last page is full.
    y: f32,
    places: Vec<(usize, f32)>,
}

impl Sheets {
    /// Adds a strip where it fits.
    fn add(&mut self, strip: Strip, together: f32) {
        let full = |height: f32, y: f32| y + strip.before + height > HEIGHT + SLACK;
        // What must stay together and is higher than a page is cut like everything else.
        let needed = if together > HEIGHT { strip.height } else { together };
        if self.y > 0.0 && (strip.page_break || full(needed, self.y)) {
            self.pages.push(Page::default());
            self.y = 0.0;
        }
        if self.y > 0.0 {
            self.y += strip.before;
        } else if let Some(repeat) = strip.repeat.and_then(|id| self.composed.repeats.get(id)) {
            let (marks, height) = (repeat.marks.clone(), repeat.height);
            self.paint(marks);
            self.y += height;
        }
        if strip.heading.is_some() {
            self.places.push((self.pages.len() - 1, self.y + MARGIN));
        }
        self.paint(strip.marks);
        self.y += strip.height;
    }

    /// Puts marks where the page is full up to.
    fn paint(&mut self, marks: Vec<Mark>) {
        let down = self.y + MARGIN;
        let Some(page) = self.pages.last_mut() else { return };
        for mark in marks {
            let mark = mark.lowered(down);
            if let Mark::Text { x, y, size, fragment, link: Some(link), .. } = &mark {
                let area = [*x, y - 0.85 * size, x + fragment.width * size, y + 0.25 * size];
                match page.links.last_mut() {
                    Some(last) if last.id == *link => last.areas.push(area),
                    _ => {
                        if let Some(target) = self.composed.target(*link) {
                            let (node, url, label) = (target.node, target.url.clone(), target.label.clone());
                            let slot = self.composed.tree.slot(node);
                            page.links.push(Link { id: *link, slot, url, label, areas: vec![area] });
                        }
                    }
                }
            }
            page.marks.push(mark);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compose::Composer;
    use crate::fonts::Fonts;
    use crate::model::{Block, Cell, Column, Row, Span, Table};
    use crate::style::WIDTH;

    fn lay(blocks: &[Block]) -> LaidOut {
        let fonts = Fonts::load().unwrap();
        let laid_out = paginate(Composer::new(&fonts, "de").compose(blocks));
        for mark in laid_out.pages.iter().flat_map(|page| &page.marks) {
            let (x, right, top, bottom) = match mark {
                Mark::Text { x, y, size, fragment, .. } => {
                    let ink = if fragment.text.trim().is_empty() { 0.0 } else { fragment.width * size };
                    // A space at the end of a line may stand out: it is not seen.
                    let space = if fragment.text.ends_with(' ') { 0.3 * size } else { 0.0 };
                    (*x, x + ink - space, y - size, y + 0.3 * size)
                }
                Mark::Fill { x, y, width, height, .. } => (*x, x + width, *y, y + height),
            };
            assert!(x >= -0.01 && right <= WIDTH + 0.3, "{mark:?}");
            assert!(top >= MARGIN - 3.0 && bottom <= MARGIN + HEIGHT + 0.1, "{mark:?}");
        }
        laid_out
    }

    fn texts(page: &Page, tagged: bool) -> Vec<&str> {
        page.marks
            .iter()
            .filter_map(|mark| match mark {
                Mark::Text { fragment, slot, .. } if slot.is_some() == tagged => Some(fragment.text.trim()),
                _ => None,
            })
            .collect()
    }

    fn paragraph(text: &str) -> Block {
        Block::Paragraph(vec![Span::text(text)])
    }

    fn table(rows: usize) -> Block {
        Block::Table(Table {
            caption: "Tabelle".into(),
            columns: vec![Column::new(1.0), Column::numbers(1.0)],
            head: vec!["Kopf".into(), "Zahl".into()],
            rows: (1..=rows).map(|row| Row::new([format!("Zeile {row}"), row.to_string()])).collect(),
            row_headers: true,
        })
    }

    #[test]
    fn has_a_page_even_for_nothing() {
        assert_eq!(lay(&[]).pages.len(), 1);
        assert_eq!(lay(&[Block::PageBreak, Block::PageBreak]).pages.len(), 1);
        assert_eq!(lay(&[paragraph("a"), Block::PageBreak, Block::PageBreak, paragraph("b")]).pages.len(), 2);
    }

    #[test]
    fn keeps_headings_with_what_follows() {
        for before in 0..60 {
            let mut blocks: Vec<Block> = (0..before).map(|_| paragraph("Absatz")).collect();
            blocks.push(Block::Heading { level: 1, text: "Kopf".into() });
            blocks.push(Block::Heading { level: 2, text: "Unterkopf".into() });
            blocks.push(table(3));
            for page in &lay(&blocks).pages {
                let last = texts(page, true).last().copied();
                assert!(
                    !matches!(last, Some("Kopf" | "Unterkopf" | "Tabelle" | "Zahl")),
                    "{before}: {last:?}"
                );
            }
        }
    }

    #[test]
    fn leaves_no_line_of_a_paragraph_alone() {
        let five = paragraph("eins\nzwei\ndrei\nvier\nfünf");
        for before in 0..60 {
            let mut blocks: Vec<Block> = (0..before).map(|_| paragraph("Absatz")).collect();
            blocks.push(five.clone());
            for page in &lay(&blocks).pages {
                let texts = texts(page, true);
                assert!(
                    texts.first() != Some(&"fünf") && texts.last() != Some(&"eins"),
                    "{before}: {texts:?}"
                );
            }
        }
    }

    #[test]
    fn repeats_heads_as_decoration() {
        let laid_out = lay(&[table(120)]);
        assert_eq!(laid_out.pages.len(), 4);
        for (index, page) in laid_out.pages.iter().enumerate() {
            let repeated: &[&str] = if index == 0 { &[] } else { &["Kopf", "Zahl"] };
            assert_eq!(texts(page, false), repeated);
        }
        let all: Vec<&str> = laid_out.pages.iter().flat_map(|page| texts(page, true)).collect();
        assert_eq!(all.len(), 3 + 240);
        assert_eq!(&all[239..], ["Zeile 119", "119", "Zeile 120", "120"]);
    }

    #[test]
    fn splits_rows_that_are_higher_than_a_page() {
        let long: String = (0..150).map(|line| format!("Zeile {line}\n")).collect();
        let row = Row::new([Cell::from("Name"), Cell::from(long)]);
        let table = Table { head: vec!["A".into(), "B".into()], rows: vec![row], ..Table::default() };
        let laid_out = lay(&[Block::Table(table)]);
        let all: Vec<&str> = laid_out.pages.iter().flat_map(|page| texts(page, true)).collect();
        let expected: Vec<String> = (0..150).map(|line| format!("Zeile {line}")).collect();
        assert_eq!(all[..3], ["A", "B", "Name"]);
        assert_eq!(all[3..], expected);
        assert_eq!(laid_out.pages.iter().filter(|page| texts(page, false) == ["A", "B"]).count(), 2);
    }

    #[test]
    fn bears_headings_and_heads_that_fill_pages() {
        let long = "Überschrift\n".repeat(100);
        let head = vec![Cell::from(long.as_str())];
        let blocks = [
            Block::Heading { level: 2, text: "Wort ".repeat(2_000) },
            Block::Table(Table { caption: long, head, rows: vec![Row::new(["x"])], ..Table::default() }),
        ];
        assert!(lay(&blocks).pages.len() > 5);
    }

    #[test]
    fn marks_links_on_each_page_and_line() {
        let link = Span::link("sehr langer Verweis ".repeat(400), "https://stadt.example/");
        let laid_out = lay(&[Block::Paragraph(vec![Span::text("Siehe "), link])]);
        assert_eq!(laid_out.pages.len(), 2);
        for page in &laid_out.pages {
            assert_eq!(page.links.len(), 1);
            assert!(page.links[0].areas.len() > 10);
        }
    }

    #[test]
    fn gives_headings_levels_without_gaps() {
        let heading = |level, text: &str| Block::Heading { level, text: text.into() };
        let laid_out =
            lay(&[heading(3, "a"), heading(0, "b"), heading(9, "c"), heading(3, "d"), heading(4, " ")]);
        let levels: Vec<u8> = laid_out.bookmarks.iter().map(|bookmark| bookmark.heading.level).collect();
        assert_eq!(levels, [1, 1, 2, 3]);
    }
}
