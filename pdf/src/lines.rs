//! Fills words into lines of a width.

use hypher::Lang;

use crate::fonts::Fonts;
use crate::text::SOFT_HYPHEN;
use crate::words::{Fragment, Run, Word, words};

/// Rounding must not push out a word that just fits.
const SLACK: f32 = 0.001;
/// A word is hyphenated if as much of the line would stay empty without it. Less often reads better.
const RAGGED: f32 = 0.2;
/// Words with fewer letters stay whole if a line can hold them.
const LONG: usize = 9;
/// Words with fewer letters stay whole as long as syllables matter, and what has more is no word.
const HYPHENATED: std::ops::RangeInclusive<usize> = 6..=60;
/// So many letters stay before and after a hyphen.
const LETTERS: (usize, usize) = (3, 4);

/// A line; measures are in ems.
#[derive(Clone, Debug, Default)]
pub struct Line {
    /// What stands in it, from left to right.
    pub fragments: Vec<Fragment>,
    /// How wide it is without the spaces at its end.
    pub width: f32,
}

/// Text that is ready to be filled into lines.
pub struct Paragraph {
    words: Vec<Word>,
    lang: Option<Lang>,
}

/// The language for hyphenation of a BCP 47 tag, if there is one: German, whose words are long.
pub fn hyphenation(tag: &str) -> Option<Lang> {
    is_german(tag).then_some(Lang::German)
}

/// Whether a BCP 47 tag means German.
pub fn is_german(tag: &str) -> bool {
    tag.split('-').next().is_some_and(|primary| primary.eq_ignore_ascii_case("de"))
}

impl Paragraph {
    /// Shapes a text.
    pub fn new(fonts: &Fonts, runs: &[Run], tabular: bool, lang: Option<Lang>) -> Self {
        Self { words: words(fonts, runs, tabular), lang }
    }

    /// Whether there is nothing to see.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// How wide its widest word is, in ems.
    pub fn widest(&self) -> f32 {
        self.words.iter().map(|word| word.ink).fold(0.0, f32::max)
    }

    /// How wide it is in one line, in ems.
    pub fn natural(&self) -> f32 {
        let mut widest = 0.0_f32;
        let mut width = 0.0;
        for word in &self.words {
            widest = widest.max(width + word.ink);
            width = if word.hard { 0.0 } else { width + word.ink + word.space };
        }
        widest
    }

    /// Its lines, if a line has room for so many ems.
    pub fn lines(self, fonts: &Fonts, room: f32) -> Vec<Line> {
        let mut filler = Filler {
            fonts,
            room,
            lang: self.lang,
            lines: Vec::new(),
            line: Line::default(),
            x: 0.0,
            soft: false,
        };
        for word in self.words {
            filler.add(word);
        }
        if !filler.line.fragments.is_empty() {
            filler.end(false);
        }
        filler.lines
    }
}

/// Lines while they are filled.
struct Filler<'a> {
    fonts: &'a Fonts,
    room: f32,
    lang: Option<Lang>,
    lines: Vec<Line>,
    line: Line,
    /// Where the next word begins.
    x: f32,
    /// Whether the last word needs a hyphen if the line ends after it.
    soft: bool,
}

impl Filler<'_> {
    /// Adds a word where it fits.
    fn add(&mut self, word: Word) {
        let mut rest = Some(word);
        while let Some(word) = rest.take() {
            let left = self.room - self.x;
            let hyphen = if word.soft { self.hyphen_width(&word) } else { 0.0 };
            if word.ink + hyphen <= left + SLACK {
                self.push(word);
            } else if let Some((head, tail)) = self.hyphenate(&word, left) {
                self.push(head);
                self.end(true);
                rest = Some(tail);
            } else if self.line.fragments.is_empty() {
                self.break_up(word);
            } else {
                self.end(true);
                rest = Some(word);
            }
        }
    }

    /// Adds a word that fits.
    fn push(&mut self, word: Word) {
        self.line.width = self.x + word.ink;
        self.x += word.ink + word.space;
        self.soft = word.soft;
        for fragment in word.fragments {
            self.place(fragment);
        }
        if word.hard {
            self.end(false);
        }
    }

    /// Adds to the line what is already measured.
    fn place(&mut self, fragment: Fragment) {
        let apart = match self.line.fragments.last_mut() {
            Some(last) => last.join(fragment),
            None => Some(fragment),
        };
        self.line.fragments.extend(apart);
    }

    /// Ends the line, with a hyphen if it ends inside a word.
    fn end(&mut self, inside: bool) {
        if let Some(last) = self.line.fragments.last().filter(|_| inside && self.soft) {
            let glyph = self.fonts.face(last.bold).hyphen();
            let (run, bold, width) = (last.run, last.bold, glyph.advance);
            let text = SOFT_HYPHEN.to_string();
            self.line.width += width;
            self.place(Fragment { run, bold, text, glyphs: vec![glyph], width, actual: None, blank: false });
        }
        self.lines.push(std::mem::take(&mut self.line));
        self.x = 0.0;
        self.soft = false;
    }

    /// How wide a hyphen after the word is.
    fn hyphen_width(&self, word: &Word) -> f32 {
        self.fonts.face(word.fragments.last().is_some_and(|f| f.bold)).hyphen().advance
    }

    /// Cuts a word at a syllable so that its head fits, if that is worth it.
    fn hyphenate(&self, word: &Word, left: f32) -> Option<(Word, Word)> {
        let lang = self.lang?;
        let must = word.ink > self.room + SLACK;
        if word.address || (!must && left < self.room * RAGGED) {
            return None;
        }
        let (first, after) = word.fragments.split_first()?;
        if first.blank || first.actual.is_some() || !after.iter().all(|f| f.blank) {
            return None;
        }
        let letter = |c: char| c.is_alphabetic();
        let start = first.text.find(letter)?;
        let core = first.text.get(start..)?.trim_end_matches(|c| !letter(c));
        let letters = core.chars().count();
        if !HYPHENATED.contains(&letters) || !(must || letters >= LONG) || !core.chars().all(letter) {
            return None;
        }
        let left = left - self.hyphen_width(word) + SLACK;
        let (mut cut, mut at) = (None, start);
        for syllable in hypher::hyphenate_bounded(core, lang, LETTERS.0, LETTERS.1) {
            at += syllable.len();
            let number = first.glyphs.iter().position(|glyph| glyph.range.start == at);
            let Some(number) = number else { continue };
            let width: f32 = first.glyphs.iter().take(number).map(|glyph| glyph.advance).sum();
            if width > left {
                break;
            }
            cut = Some(number);
        }
        let (head, tail) = first.clone().split(cut?);
        let tail = std::iter::once(tail).chain(after.iter().cloned()).collect();
        Some((Word::new(vec![head], true, false), Word::new(tail, word.soft, word.hard)))
    }

    /// Breaks up a word that is wider than the line, wherever it must be.
    fn break_up(&mut self, word: Word) {
        for fragment in word.fragments {
            let mut rest = Some(fragment);
            while let Some(fragment) = rest.take() {
                if fragment.blank {
                    self.x += fragment.width;
                    self.place(fragment);
                    continue;
                }
                let fitting = self.fitting(&fragment, self.room);
                if fitting >= fragment.glyphs.len() {
                    self.x += fragment.width;
                    self.line.width = self.x;
                    self.place(fragment);
                } else if fitting == 0 {
                    self.end(true);
                    rest = Some(fragment);
                } else {
                    let hyphenated = if word.address { None } else { self.fitting_with_hyphen(&fragment) };
                    self.soft = hyphenated.is_some();
                    let (head, tail) = fragment.split(hyphenated.unwrap_or(fitting));
                    self.x += head.width;
                    self.line.width = self.x;
                    self.place(head);
                    self.end(true);
                    rest = Some(tail);
                }
            }
        }
        self.soft = word.soft;
        if word.hard {
            self.end(false);
        }
    }

    /// How many glyphs still fit into the line: whole clusters, and at least one if the line is empty.
    fn fitting(&self, fragment: &Fragment, room: f32) -> usize {
        let (mut x, mut fitting) = (self.x, 0);
        for (number, glyph) in fragment.glyphs.iter().enumerate() {
            let begins =
                number == 0 || fragment.glyphs.get(number - 1).is_some_and(|g| g.range != glyph.range);
            if begins {
                fitting = number;
            }
            x += glyph.advance;
            let alone = fitting == 0 && self.line.fragments.is_empty();
            if x > room + SLACK && !alone {
                return fitting;
            }
        }
        fragment.glyphs.len()
    }

    /// How many glyphs still fit into the line before a hyphen, if one is due there: between two letters.
    fn fitting_with_hyphen(&self, fragment: &Fragment) -> Option<usize> {
        let room = self.room - self.fonts.face(fragment.bold).hyphen().advance;
        let number = self.fitting(fragment, room);
        // No letter alone.
        let number = if number + 1 == fragment.glyphs.len() { number.checked_sub(1)? } else { number };
        let (head, tail) = fragment.text.split_at_checked(fragment.glyphs.get(number)?.range.start)?;
        let letters = head.ends_with(char::is_alphabetic) && tail.starts_with(char::is_alphabetic);
        let width: f32 = fragment.glyphs.iter().take(number).map(|glyph| glyph.advance).sum();
        (letters && self.x + width <= room).then_some(number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fill(text: &str, lang: &str, room: f32) -> Vec<String> {
        let fonts = Fonts::load().unwrap();
        let paragraph = Paragraph::new(&fonts, &[Run::new(text, false)], false, hyphenation(lang));
        let lines = paragraph.lines(&fonts, room);
        for line in &lines {
            assert!(line.width <= room + 0.01, "{line:?}");
        }
        lines.iter().map(|line| line.fragments.iter().map(|f| f.text.as_str()).collect()).collect()
    }

    #[test]
    fn fills_lines_and_keeps_spaces() {
        assert_eq!(fill("Ein Satz mit Worten", "x-none", 4.2), ["Ein Satz ", "mit ", "Worten"]);
        assert_eq!(fill("a\n\nb", "de", 9.0), ["a ", " ", "b"]);
    }

    #[test]
    fn hyphenates() {
        assert_eq!(fill("Öffentlichkeitsbeteiligung", "de", 9.0), ["Öffentlichkeitsbe\u{ad}", "teiligung"]);
        assert_eq!(fill("ÖFFENTLICHKEIT", "de-AT", 6.0), ["ÖFFENTLICH\u{ad}", "KEIT"]);
        assert_eq!(fill("Die Bürgerbeteiligung", "de", 6.0), ["Die Bürger\u{ad}", "beteiligung"]);
        assert_eq!(fill("Bürger\u{ad}rat", "x-none", 4.0), ["Bürger\u{ad}", "rat"]);
        assert_eq!(fill("Bürger\u{ad}rat", "x-none", 6.0), ["Bürgerrat"]);
    }

    #[test]
    fn breaks_up_what_is_too_wide() {
        let lines = fill(&"x".repeat(5_000), "de", 20.0);
        assert!(lines.len() > 100 && lines.iter().all(|line| !line.is_empty()));
        assert_eq!(lines.concat().replace(SOFT_HYPHEN, ""), "x".repeat(5_000));
        assert_eq!(fill("Zuständigkeit", "x-none", 4.0), ["Zustän\u{ad}", "digkeit"]);
        assert_eq!(
            fill("https://a.example/b?c=ddddddd", "de", 8.0).concat(),
            "https://a.example/b?c=ddddddd"
        );
    }

    #[test]
    fn puts_a_letter_where_there_is_no_room() {
        let fonts = Fonts::load().unwrap();
        let lines = Paragraph::new(&fonts, &[Run::new("ab c", false)], false, None).lines(&fonts, 0.1);
        assert_eq!(lines.len(), 3);
    }
}
