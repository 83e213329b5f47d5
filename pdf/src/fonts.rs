//! The two fonts: which characters they have, and how a word becomes glyphs.

use std::cell::Cell;
use std::ops::Range;

use harfrust::{
    Direction, Feature, FontRef, Script, ShapeOptions, ShapePlan, ShaperData, Tag, UnicodeBuffer, script,
};
use krilla::surface::Location;
use krilla::text::{Font, GlyphId};
use skrifa::MetadataProvider;
use skrifa::charmap::Charmap;

use crate::error::PdfError;
use crate::text::{REPLACEMENT, SOFT_HYPHEN};

const REGULAR: &[u8] = include_bytes!("../fonts/FiraSans-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../fonts/FiraSans-Bold.ttf");
/// Units that an em of these fonts has.
const UNITS: f32 = 1000.0;
/// The scripts that the fonts have. Kerning differs by script, so each has a plan of its own.
const SCRIPTS: [Script; 3] = [script::LATIN, script::GREEK, script::CYRILLIC];

/// A glyph in its place; measures are in ems.
#[derive(Clone, Debug)]
pub struct Glyph {
    id: u32,
    /// How far the next glyph is.
    pub advance: f32,
    x_offset: f32,
    y_offset: f32,
    /// What it stands for, as bytes of the text that was shaped.
    pub range: Range<usize>,
}

impl krilla::text::Glyph for Glyph {
    fn glyph_id(&self) -> GlyphId {
        GlyphId::new(self.id)
    }

    fn text_range(&self) -> Range<usize> {
        self.range.clone()
    }

    fn x_advance(&self, size: f32) -> f32 {
        self.advance * size
    }

    fn x_offset(&self, size: f32) -> f32 {
        self.x_offset * size
    }

    fn y_offset(&self, size: f32) -> f32 {
        self.y_offset * size
    }

    fn y_advance(&self, _: f32) -> f32 {
        0.0
    }

    fn location(&self) -> Option<Location> {
        None
    }
}

/// Both fonts.
pub struct Fonts {
    regular: Face,
    bold: Face,
}

impl Fonts {
    /// Reads them.
    pub fn load() -> Result<Self, PdfError> {
        Ok(Self { regular: Face::load(REGULAR, "regular")?, bold: Face::load(BOLD, "bold")? })
    }

    /// One of them.
    pub fn face(&self, bold: bool) -> &Face {
        if bold { &self.bold } else { &self.regular }
    }
}

/// A font.
pub struct Face {
    /// The same for the writer.
    pub font: Font,
    parsed: FontRef<'static>,
    data: ShaperData,
    characters: Charmap<'static>,
    /// Plain and tabular, for each script.
    plans: Vec<[ShapePlan; 2]>,
    replacement: Glyph,
    hyphen: Glyph,
    /// Kept from word to word, for its memory.
    buffer: Cell<Option<UnicodeBuffer>>,
}

impl Face {
    /// Reads a font.
    fn load(bytes: &'static [u8], name: &'static str) -> Result<Self, PdfError> {
        let broken = || PdfError::Font(name);
        let font = Font::new(bytes.into(), 0).ok_or_else(broken)?;
        let parsed = FontRef::new(bytes).map_err(|_| broken())?;
        let readable = skrifa::FontRef::new(bytes).map_err(|_| broken())?;
        let data = ShaperData::new(&parsed);
        let plans = {
            let shaper = data.shaper(&parsed).build();
            let plan = |script, tabular| {
                ShapePlan::new(&shaper, Direction::LeftToRight, Some(script), None, features(tabular))
            };
            SCRIPTS.iter().map(|script| [plan(*script, false), plan(*script, true)]).collect()
        };
        let characters = readable.charmap();
        let metrics = readable
            .glyph_metrics(skrifa::instance::Size::unscaled(), skrifa::instance::LocationRef::default());
        let glyph = |c: char| {
            let id = characters.map(c)?;
            let advance = metrics.advance_width(id)? / UNITS;
            Some(Glyph { id: id.to_u32(), advance, x_offset: 0.0, y_offset: 0.0, range: 0..c.len_utf8() })
        };
        let replacement = glyph(REPLACEMENT).ok_or_else(broken)?;
        let hyphen = glyph(SOFT_HYPHEN).ok_or_else(broken)?;
        Ok(Self { font, parsed, data, characters, plans, replacement, hyphen, buffer: Cell::new(None) })
    }

    /// Whether it can show a character.
    pub fn has(&self, c: char) -> bool {
        self.characters.map(c).is_some()
    }

    /// The hyphen at the end of a line. It stands for a soft hyphen, so that readers join the word again.
    pub fn hyphen(&self) -> Glyph {
        self.hyphen.clone()
    }

    /// The glyphs of a text that this font [has](Self::has).
    pub fn shape(&self, text: &str, tabular: bool) -> Vec<Glyph> {
        let script = text.chars().find_map(script_of).unwrap_or(0);
        let Some(plans) = self.plans.get(script) else { return Vec::new() };
        let [plain, with_tabular] = plans;
        let mut buffer = self.buffer.take().unwrap_or_default();
        buffer.push_str(text);
        buffer.set_direction(Direction::LeftToRight);
        if let Some(script) = SCRIPTS.get(script) {
            buffer.set_script(*script);
        }
        let options = ShapeOptions::new()
            .plan(Some(if tabular { with_tabular } else { plain }))
            .features(features(tabular));
        let shaped = self.data.shaper(&self.parsed).build().shape(buffer, options);
        let mut glyphs = Vec::with_capacity(shaped.len());
        // From the end: a glyph stands for all until the next cluster begins.
        let (mut end, mut start) = (text.len(), text.len());
        for (info, position) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()).rev() {
            let cluster = usize::try_from(info.cluster).unwrap_or(start);
            if cluster < start {
                end = start;
                start = cluster;
            }
            let range = start..end;
            // Not the case for what the font has; but a glyph that is none would make the whole PDF fail.
            if info.glyph_id == 0 {
                glyphs.push(Glyph { range, ..self.replacement.clone() });
                continue;
            }
            glyphs.push(Glyph {
                id: info.glyph_id,
                advance: ems(position.x_advance),
                x_offset: ems(position.x_offset),
                y_offset: ems(position.y_offset),
                range,
            });
        }
        glyphs.reverse();
        self.buffer.set(Some(shaped.clear()));
        glyphs
    }
}

/// What is asked of the font beside its defaults.
fn features(tabular: bool) -> &'static [Feature] {
    const TABULAR: [Feature; 1] = [Feature { tag: Tag::new(b"tnum"), value: 1, start: 0, end: u32::MAX }];
    if tabular { &TABULAR } else { &[] }
}

/// Font units as ems.
fn ems(units: i32) -> f32 {
    f32::from(i16::try_from(units).unwrap_or_default()) / UNITS
}

/// Which of [`SCRIPTS`] a character is of, if it is of one.
fn script_of(c: char) -> Option<usize> {
    match c {
        '\u{370}'..='\u{3ff}' => Some(1),
        '\u{400}'..='\u{52f}' => Some(2),
        c if c.is_alphabetic() => Some(0),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fonts() -> Fonts {
        Fonts::load().unwrap()
    }

    #[test]
    fn has_what_plans_need() {
        let fonts = fonts();
        let wanted = "AZaz09 äöüÄÖÜßẞéèçñøåłşğőčžțșİı€§©–—„“”‚‘’«»…•→←↑↓✓✗☐☑☒■□●○▪×÷±≤≥≠½°²³Ελλάδα Привіт їєґ Việt\u{a0}\u{202f}\u{2011}\u{2010}\u{fffd}";
        for bold in [false, true] {
            for c in wanted.chars() {
                assert!(fonts.face(bold).has(c), "{c:?}");
            }
            assert!(!fonts.face(bold).has('ع') && !fonts.face(bold).has('🎉'));
        }
    }

    #[test]
    fn kerns() {
        let fonts = fonts();
        let width = |text: &str| fonts.face(false).shape(text, false).iter().map(|g| g.advance).sum::<f32>();
        assert!(width("Va") < width("V") + width("a"));
        assert!(width("Га") < width("Г") + width("а"));
    }

    #[test]
    fn gives_figures_one_width() {
        let fonts = fonts();
        let width = |text| fonts.face(true).shape(text, true).iter().map(|g| g.advance).sum::<f32>();
        assert!((width("1") - width("8")).abs() < f32::EPSILON);
    }

    #[test]
    fn names_what_a_glyph_stands_for() {
        let fonts = fonts();
        let ranges =
            |text| fonts.face(false).shape(text, false).into_iter().map(|g| g.range).collect::<Vec<_>>();
        assert_eq!(ranges("äb"), [0..2, 2..3]);
        assert_eq!(ranges("x\u{301}b"), [0..3, 0..3, 3..4]);
        assert!(ranges("").is_empty());
    }
}
