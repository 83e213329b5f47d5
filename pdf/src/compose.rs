//! Turns blocks into strips.

use std::num::NonZeroU16;

use hypher::Lang;
use krilla::tagging::{ListNumbering, Tag};

use crate::fonts::Fonts;
use crate::lines::{Line, Paragraph, hyphenation};
use crate::model::{Align, Block, ListKind, Span};
use crate::strips::{Composed, Heading, LinkId, Mark, Strip, Target};
use crate::style::{self, INDENT, LABEL_GAP, THIN, Type, WIDTH};
use crate::tags::NodeId;
use crate::text::name;
use crate::words::Run;

/// What a run of text is.
#[derive(Clone, Debug)]
enum Kind {
    Plain,
    Strong,
    Link { url: String, label: String },
}

/// Text that is shaped and not yet filled into lines.
pub struct Shaped {
    paragraph: Paragraph,
    kinds: Vec<Kind>,
    kind: Type,
}

impl Shaped {
    /// Whether there is nothing to see.
    pub fn is_empty(&self) -> bool {
        self.paragraph.is_empty()
    }

    /// How wide its widest word is.
    pub fn widest(&self) -> f32 {
        self.paragraph.widest() * self.kind.size
    }

    /// How wide it is in one line.
    pub fn natural(&self) -> f32 {
        self.paragraph.natural() * self.kind.size
    }

    /// Its lines, and what is needed to mark them.
    pub fn fill(self, fonts: &Fonts, width: f32) -> (Vec<Line>, Marker) {
        let lines = self.paragraph.lines(fonts, width / self.kind.size);
        let parts = self.kinds.iter().map(|_| None).collect();
        (lines, Marker { kinds: self.kinds, parts, kind: self.kind })
    }
}

/// Marks the lines of one text. A link or bold run is one part of the structure, however many lines it takes.
pub struct Marker {
    kinds: Vec<Kind>,
    parts: Vec<Option<(NodeId, Option<LinkId>)>>,
    /// How the text is set.
    pub kind: Type,
}

/// Where a line goes.
#[derive(Clone, Copy)]
pub struct Place {
    /// What it is part of.
    pub node: NodeId,
    /// Left edge.
    pub x: f32,
    /// Top edge.
    pub y: f32,
    /// From left to right.
    pub width: f32,
    /// Where the text stands in it.
    pub align: Align,
}

/// Makes strips of blocks.
pub struct Composer<'a> {
    /// To shape and measure.
    pub fonts: &'a Fonts,
    /// For hyphenation.
    lang: Option<Lang>,
    /// What comes out.
    pub out: Composed,
    /// Least distance to what comes next.
    gap: f32,
    /// Whether what comes next begins a page.
    page_break: bool,
    /// Level of the last heading.
    level: u8,
}

impl<'a> Composer<'a> {
    /// For text in a language.
    pub fn new(fonts: &'a Fonts, lang: &str) -> Self {
        Self {
            fonts,
            lang: hyphenation(lang),
            out: Composed::default(),
            gap: 0.0,
            page_break: false,
            level: 0,
        }
    }

    /// Makes strips of all blocks.
    pub fn compose(mut self, blocks: &[Block]) -> Composed {
        for block in blocks {
            match block {
                Block::Heading { level, text } => self.heading(*level, text),
                Block::Lead(spans) => self.paragraph(spans, style::LEAD),
                Block::Paragraph(spans) => self.paragraph(spans, style::PARAGRAPH),
                Block::List { kind, items } => self.list(*kind, items),
                Block::Table(table) => self.table(table),
                Block::Facts(facts) => self.facts(facts),
                Block::Rule => self.rule(),
                Block::PageBreak => self.page_break = true,
            }
        }
        self.out
    }

    /// Shapes text.
    pub fn shape(&self, spans: &[Span], kind: Type) -> Shaped {
        let (mut runs, mut kinds) = (Vec::with_capacity(spans.len()), Vec::with_capacity(spans.len()));
        for span in spans {
            let (text, bold, of) = match span {
                Span::Text(text) => (text, kind.bold, Kind::Plain),
                Span::Strong(text) => (text, true, Kind::Strong),
                Span::Link { text, url } => {
                    let label = name(text, crate::LONGEST_NAME);
                    let text = if label.is_empty() { url } else { text };
                    match address(url) {
                        Some(address) => {
                            let label = if label.is_empty() { address.clone() } else { label };
                            (text, kind.bold, Kind::Link { url: address, label })
                        }
                        None => (text, kind.bold, Kind::Plain),
                    }
                }
            };
            runs.push(Run::new(text, bold));
            kinds.push(of);
        }
        Shaped { paragraph: Paragraph::new(self.fonts, &runs, kind.tabular, self.lang), kinds, kind }
    }

    /// Adds the strips of a block.
    pub fn push(&mut self, mut strips: Vec<Strip>, before: f32, after: f32) {
        if let Some(first) = strips.first_mut() {
            first.before = self.gap.max(before);
            first.page_break = std::mem::take(&mut self.page_break);
            self.gap = after;
            self.out.strips.append(&mut strips);
        }
    }

    /// The marks of one line.
    pub fn mark(&mut self, line: Line, marker: &mut Marker, place: Place, marks: &mut Vec<Mark>) {
        let Type { size, colour, .. } = marker.kind;
        let y = place.y + marker.kind.baseline();
        let mut x = place.x
            + match place.align {
                Align::Start => 0.0,
                Align::End => (place.width - line.width * size).max(0.0),
            };
        let right = x + line.width * size;
        for fragment in line.fragments {
            let (part, target) = self.part(marker, fragment.run, place.node);
            let width = fragment.width * size;
            let colour = if target.is_some() { style::ACCENT } else { colour };
            if target.is_some() {
                // Not below the space at the end of the line.
                let width = width.min(right - x);
                marks.push(Mark::Fill { x, y: y + 0.14 * size, width, height: THIN, colour });
            }
            // Said twice, for not every reader heeds what the content itself says it is.
            let part = match &fragment.actual {
                Some(actual) => self.out.tree.child(part, Tag::Span.with_actual_text(Some(actual.clone()))),
                None => part,
            };
            let slot = Some(self.out.tree.slot(part));
            marks.push(Mark::Text { x, y, size, colour, fragment, slot, link: target });
            x += width;
        }
    }

    /// What part of the structure a run is.
    fn part(&mut self, marker: &mut Marker, run: usize, node: NodeId) -> (NodeId, Option<LinkId>) {
        let Some(known) = marker.parts.get_mut(run) else { return (node, None) };
        *known.get_or_insert_with(|| match marker.kinds.get(run) {
            Some(Kind::Strong) => (self.out.tree.child(node, Tag::Strong), None),
            Some(Kind::Link { url, label }) => {
                let node = self.out.tree.child(node, Tag::Link);
                (node, Some(self.out.link(Target { node, url: url.clone(), label: label.clone() })))
            }
            Some(Kind::Plain) | None => (node, None),
        })
    }

    /// A heading, with what makes it a bookmark.
    fn heading(&mut self, level: u8, text: &str) {
        let text = name(text, usize::MAX);
        let level = level.clamp(1, 6).min(self.level + 1);
        let kind = style::heading(level);
        let shaped = self.shape(&[Span::Text(text.clone())], kind);
        if shaped.is_empty() {
            return;
        }
        self.level = level;
        let title = name(&text, crate::LONGEST_NAME);
        let number = NonZeroU16::MIN.saturating_add(u16::from(level) - 1);
        let node = self.out.tree.root(Tag::Hn(number, Some(title.clone())));
        let mut strips = self.strips(shaped, node);
        for strip in &mut strips {
            strip.keep = true;
        }
        if let Some(first) = strips.first_mut() {
            first.heading = Some(self.out.headings.len());
        }
        self.out.headings.push(Heading { level, text: title });
        if level == 1 {
            // A short stroke, so that the heading of the document stands out in black and white as well.
            let stroke = Mark::Fill { x: 0.0, y: 6.0, width: 42.0, height: 2.4, colour: style::ACCENT };
            strips.push(Strip { height: 8.4, keep: true, marks: vec![stroke], ..Strip::default() });
        }
        self.push(strips, kind.before, kind.after);
    }

    /// A paragraph of any kind.
    fn paragraph(&mut self, spans: &[Span], kind: Type) {
        let shaped = self.shape(spans, kind);
        if shaped.is_empty() {
            return;
        }
        let node = self.out.tree.root(Tag::P);
        let strips = self.strips(shaped, node);
        self.push(strips, kind.before, kind.after);
    }

    /// A list.
    fn list(&mut self, list: ListKind, items: &[Vec<Span>]) {
        let items: Vec<Shaped> = items
            .iter()
            .map(|spans| self.shape(spans, style::ITEM))
            .filter(|shaped| !shaped.is_empty())
            .collect();
        if items.is_empty() {
            return;
        }
        let (numbering, label): (_, fn(usize) -> String) = match list {
            ListKind::Bullets => (ListNumbering::Disc, |_| "•".to_owned()),
            ListKind::Numbers => (ListNumbering::Decimal, |number| format!("{number}.")),
            ListKind::Boxes => (ListNumbering::None, |_| "☐".to_owned()),
        };
        // The last number is the widest, for all figures have one width.
        let kind = Type { tabular: true, colour: style::ACCENT, ..style::ITEM };
        let widest = self.shape(&[Span::Text(label(items.len()))], kind).natural();
        let indent = (widest + LABEL_GAP).max(INDENT);
        let list = self.out.tree.root(Tag::L(numbering));
        let mut all = Vec::new();
        for (index, item) in items.into_iter().enumerate() {
            let node = self.out.tree.child(list, Tag::LI);
            let lbl = self.out.tree.child(node, Tag::Lbl);
            let (lines, mut marker) =
                self.shape(&[Span::Text(label(index + 1))], kind).fill(self.fonts, indent);
            let mut marks = Vec::new();
            let place = Place { node: lbl, x: 0.0, y: 0.0, width: indent - LABEL_GAP, align: Align::End };
            for line in lines {
                self.mark(line, &mut marker, place, &mut marks);
            }
            let body = self.out.tree.child(node, Tag::LBody);
            let mut strips = self.indented(item, body, indent);
            if let Some(first) = strips.first_mut() {
                first.marks.splice(0..0, marks);
                first.before = style::ITEM.before;
            }
            all.append(&mut strips);
        }
        self.push(all, style::ITEM.before, style::ITEM.after);
    }

    /// A line across the page.
    fn rule(&mut self) {
        let fill = Mark::Fill { x: 0.0, y: 0.0, width: WIDTH, height: THIN, colour: style::HAIRLINE };
        self.push(vec![Strip { height: THIN, marks: vec![fill], ..Strip::default() }], 10.0, 10.0);
    }

    /// The lines of a text, each a strip.
    fn strips(&mut self, shaped: Shaped, node: NodeId) -> Vec<Strip> {
        self.indented(shaped, node, 0.0)
    }

    /// The same further right. No page begins or ends with a single line of three or more.
    fn indented(&mut self, shaped: Shaped, node: NodeId, x: f32) -> Vec<Strip> {
        let width = WIDTH - x;
        let (lines, mut marker) = shaped.fill(self.fonts, width);
        let count = lines.len();
        let mut strips = Vec::with_capacity(count);
        for (index, line) in lines.into_iter().enumerate() {
            let mut marks = Vec::new();
            let place = Place { node, x, y: 0.0, width, align: Align::Start };
            self.mark(line, &mut marker, place, &mut marks);
            let keep = index + 1 < count && (index == 0 || index + 2 == count);
            strips.push(Strip { height: marker.kind.leading, keep, marks, ..Strip::default() });
        }
        strips
    }

    /// Text above a table.
    pub fn caption(&mut self, text: &str, table: NodeId) -> Vec<Strip> {
        let shaped = self.shape(&[Span::text(text)], style::CAPTION);
        if shaped.is_empty() {
            return Vec::new();
        }
        let node = self.out.tree.child(table, Tag::Caption);
        let mut strips = self.strips(shaped, node);
        for strip in &mut strips {
            strip.keep = true;
        }
        strips
    }
}

/// The address as a PDF can hold it: ASCII, and of a kind that does nothing but lead somewhere.
fn address(url: &str) -> Option<String> {
    let url = url.trim();
    let (scheme, rest) = url.split_once(':')?;
    let known = ["http", "https", "mailto", "tel"].iter().any(|known| scheme.eq_ignore_ascii_case(known));
    if !known || rest.is_empty() || url.len() > 2_000 {
        return None;
    }
    let mut address = String::with_capacity(url.len());
    for byte in url.bytes() {
        if byte.is_ascii_graphic() {
            address.push(char::from(byte));
        } else {
            address.push('%');
            address.extend(
                [byte >> 4, byte & 15].iter().filter_map(|half| char::from_digit(u32::from(*half), 16)),
            );
        }
    }
    Some(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leads_only_where_it_is_safe() {
        assert_eq!(
            address(" https://stadt.example/ä b ").as_deref(),
            Some("https://stadt.example/%c3%a4%20b")
        );
        assert_eq!(address("mailto:rat@stadt.example").as_deref(), Some("mailto:rat@stadt.example"));
        for url in ["javascript:alert(1)", "file:///etc/passwd", "stadt.example", "", "https:"] {
            assert_eq!(address(url), None, "{url}");
        }
    }
}
