//! Cuts text into pieces between which a line may be broken, and shapes them.

use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_normalization::char::is_combining_mark;

use crate::fonts::{Fonts, Glyph};
use crate::text::{REPLACEMENT, SOFT_HYPHEN, clean, is_break_control};

/// A stretch of one kind of text.
#[derive(Clone, Debug)]
pub struct Run {
    /// What it says, [clean].
    text: String,
    bold: bool,
}

impl Run {
    /// From any text.
    pub fn new(text: &str, bold: bool) -> Self {
        Self { text: clean(text), bold }
    }
}

/// Shaped text of one run; measures are in ems.
#[derive(Clone, Debug)]
pub struct Fragment {
    /// Which run it is of.
    pub run: usize,
    /// Its font.
    pub bold: bool,
    /// What it says.
    pub text: String,
    /// What is drawn.
    pub glyphs: Vec<Glyph>,
    /// How wide it is.
    pub width: f32,
    /// What it says in truth, if the font cannot show it.
    pub actual: Option<String>,
    /// Whether it is only space.
    pub blank: bool,
}

impl Fragment {
    /// Adds what follows directly in the same run, if the two can be one.
    pub fn join(&mut self, next: Self) -> Option<Self> {
        if self.run != next.run || self.actual.is_some() || next.actual.is_some() {
            return Some(next);
        }
        let shift = self.text.len();
        self.text.push_str(&next.text);
        self.glyphs.extend(next.glyphs.into_iter().map(|mut glyph| {
            glyph.range = glyph.range.start + shift..glyph.range.end + shift;
            glyph
        }));
        self.width += next.width;
        self.blank &= next.blank;
        None
    }

    /// Cuts it before the glyph of that number, which must begin a cluster.
    pub fn split(mut self, glyph: usize) -> (Self, Self) {
        let at = self.glyphs.get(glyph).map_or(self.text.len(), |g| g.range.start);
        let mut glyphs = self.glyphs.split_off(glyph.min(self.glyphs.len()));
        for glyph in &mut glyphs {
            glyph.range = glyph.range.start.saturating_sub(at)..glyph.range.end.saturating_sub(at);
        }
        let text = if self.text.is_char_boundary(at) { self.text.split_off(at) } else { String::new() };
        let tail = Self { text, width: width(&glyphs), glyphs, actual: None, ..self };
        self.width = width(&self.glyphs);
        (self, tail)
    }
}

/// A piece that no line break cuts, unless it is wider than the line.
#[derive(Clone, Debug, Default)]
pub struct Word {
    /// What it is made of.
    pub fragments: Vec<Fragment>,
    /// How wide it is without the spaces at its end.
    pub ink: f32,
    /// How wide the spaces at its end are.
    pub space: f32,
    /// Whether a break after it needs a hyphen.
    pub soft: bool,
    /// Whether a line ends after it.
    pub hard: bool,
    /// Whether it is part of an address: there, no hyphen may be added.
    pub address: bool,
}

impl Word {
    /// A word of fragments, measured.
    pub fn new(fragments: Vec<Fragment>, soft: bool, hard: bool) -> Self {
        let space = fragments.iter().rev().take_while(|f| f.blank).map(|f| f.width).sum();
        let all: f32 = fragments.iter().map(|f| f.width).sum();
        Self { fragments, ink: all - space, space, soft, hard, address: false }
    }
}

/// The words of a text. None if there is nothing to see.
pub fn words(fonts: &Fonts, runs: &[Run], tabular: bool) -> Vec<Word> {
    let whole: String = runs.iter().map(|run| run.text.as_str()).collect();
    let blank = |c: char| c.is_whitespace() || is_break_control(c);
    let start = whole.len() - whole.trim_start_matches(blank).len();
    let end = whole.trim_end_matches(blank).len();
    let Some(text) = whole.get(start..end) else { return Vec::new() };
    if text.is_empty() {
        return Vec::new();
    }
    let mut cutter = Cutter { fonts, tabular, runs, run: 0, run_end: 0, at: 0 };
    cutter.skip(start);
    let (mut words, mut from) = (Vec::new(), 0);
    let (mut address, mut address_end) = (false, 0);
    for (to, opportunity) in linebreaks(text) {
        if from >= address_end {
            let token =
                text.get(from..).and_then(|rest| rest.split(char::is_whitespace).next()).unwrap_or_default();
            (address, address_end) = (is_address(token), from + token.len());
        }
        let piece = text.get(from..to).unwrap_or_default();
        from = to;
        let fragments = cutter.cut(piece);
        let hard = opportunity == BreakOpportunity::Mandatory && to < text.len();
        if !fragments.is_empty() || hard {
            words.push(Word { address, ..Word::new(fragments, piece.ends_with(SOFT_HYPHEN), hard) });
        }
    }
    words
}

/// Whether this looks like an address of the web or of mail: somebody may type it from paper.
fn is_address(token: &str) -> bool {
    let parts = || token.split('.');
    let dotted = parts().zip(parts().skip(1)).any(|(before, after)| {
        before.ends_with(char::is_alphanumeric) && after.starts_with(char::is_alphanumeric)
    });
    dotted || token.contains('@') || token.contains("://")
}

/// Goes through the text and knows the run of each character.
struct Cutter<'a> {
    fonts: &'a Fonts,
    tabular: bool,
    runs: &'a [Run],
    run: usize,
    run_end: usize,
    at: usize,
}

/// A fragment has at most so many bytes. Words are shorter; what is no word must not be shaped or copied as a whole.
const LONGEST: usize = 2_000;

/// What can be shaped in one go.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Shown,
    Missing,
    Blank,
}

impl Cutter<'_> {
    /// Goes on by so many bytes and to the run that they lead to.
    fn skip(&mut self, bytes: usize) {
        self.at += bytes;
        while self.run_end <= self.at {
            let Some(run) = self.runs.get(self.run) else { break };
            self.run_end += run.text.len();
            self.run += 1;
        }
    }

    /// Shapes the next piece.
    fn cut(&mut self, piece: &str) -> Vec<Fragment> {
        let mut fragments = Vec::new();
        let mut open: Option<(usize, Kind, String)> = None;
        for c in piece.chars() {
            // `run` is the number of the next run: see `skip`.
            let run = self.run.saturating_sub(1);
            self.skip(c.len_utf8());
            if is_break_control(c) {
                continue;
            }
            let (c, kind) = self.classify(c, run);
            match &mut open {
                // A mark shares the fate of its letter.
                Some((_, of, text)) if text.len() < LONGEST && is_combining_mark(c) && *of != Kind::Blank => {
                    text.push(c);
                }
                Some((of_run, of, text)) if text.len() < LONGEST && *of_run == run && *of == kind => {
                    text.push(c);
                }
                _ => {
                    fragments.extend(open.take().map(|done| self.shape(done)));
                    open = Some((run, kind, c.into()));
                }
            }
        }
        fragments.extend(open.map(|done| self.shape(done)));
        fragments
    }

    /// What kind of character this is, and what is shown for it.
    fn classify(&self, c: char, run: usize) -> (char, Kind) {
        let bold = self.runs.get(run).is_some_and(|run| run.bold);
        let known = self.fonts.face(bold).has(c);
        // Spaces that must not be broken at are part of the word.
        match c {
            '\u{a0}' | '\u{202f}' | '\u{2007}' if known => (c, Kind::Shown),
            c if c.is_whitespace() => (if known { c } else { ' ' }, Kind::Blank),
            c if known => (c, Kind::Shown),
            c => (c, Kind::Missing),
        }
    }

    /// Shapes text of one run and kind.
    fn shape(&self, (run, kind, text): (usize, Kind, String)) -> Fragment {
        let bold = self.runs.get(run).is_some_and(|run| run.bold);
        let (text, actual) = match kind {
            Kind::Missing => {
                let letters = text.chars().filter(|c| !is_combining_mark(*c)).count().max(1);
                (std::iter::repeat_n(REPLACEMENT, letters).collect(), Some(text))
            }
            Kind::Shown | Kind::Blank => (text, None),
        };
        // Marks may lack though their letter does not.
        let glyphs = self.fonts.face(bold).shape(&text, self.tabular);
        Fragment { run, bold, width: width(&glyphs), text, glyphs, actual, blank: kind == Kind::Blank }
    }
}

/// How wide glyphs are.
pub fn width(glyphs: &[Glyph]) -> f32 {
    glyphs.iter().map(|glyph| glyph.advance).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(runs: &[(&str, bool)]) -> Vec<Word> {
        let runs: Vec<Run> = runs.iter().map(|(text, bold)| Run::new(text, *bold)).collect();
        words(&Fonts::load().unwrap(), &runs, false)
    }

    fn texts(words: &[Word]) -> Vec<Vec<&str>> {
        words.iter().map(|w| w.fragments.iter().map(|f| f.text.as_str()).collect()).collect()
    }

    #[test]
    fn cuts_where_lines_may_break() {
        let words = cut(&[(" Ein ", false), ("Bür\u{ad}ger", true), ("rat.\nNeu ", false)]);
        assert_eq!(texts(&words), [vec!["Ein", " "], vec!["Bür"], vec!["ger", "rat.", " "], vec!["Neu"]]);
        assert!(words[1].soft && words[2].hard && !words[3].hard);
        assert_eq!(words[2].fragments.iter().map(|f| f.run).collect::<Vec<_>>(), [1, 2, 2]);
    }

    #[test]
    fn shows_what_is_missing_and_keeps_it() {
        let words = cut(&[("x🎉e\u{301}", false)]);
        let fragments: Vec<_> = words.iter().flat_map(|w| &w.fragments).collect();
        assert_eq!(fragments.iter().map(|f| f.text.as_str()).collect::<Vec<_>>(), ["x", "\u{fffd}", "é"]);
        assert_eq!(fragments[1].actual.as_deref(), Some("🎉"));
    }

    #[test]
    fn has_no_words_where_nothing_is_seen() {
        assert!(cut(&[]).is_empty());
        assert!(cut(&[("", false), (" \n\u{ad}\u{200b}\u{1b}", true)]).is_empty());
    }

    #[test]
    fn knows_addresses() {
        for address in
            ["rat@stadt.example", "https://localhost/x", "stadt.example/beteiligung", "www.stadt.example."]
        {
            assert!(is_address(address), "{address}");
        }
        for word in ["Beteiligung.", "Bürger/innen", "", "Stadt...", "(Rathaus)"] {
            assert!(!is_address(word), "{word}");
        }
        let words = cut(&[("Siehe www.stadt.example/wer-macht/mit an", false)]);
        let flags: Vec<bool> = words.iter().map(|word| word.address).collect();
        assert!(!flags[0] && flags[1] && flags[flags.len() - 2] && !flags[flags.len() - 1]);
    }

    #[test]
    fn splits_and_joins() {
        let word = cut(&[("Wörter", false)]).remove(0);
        let whole = word.fragments.into_iter().next().unwrap();
        let (mut head, tail) = whole.clone().split(2);
        assert_eq!(
            (head.text.as_str(), tail.text.as_str(), tail.glyphs[0].range.clone()),
            ("Wö", "rter", 0..1)
        );
        assert!(head.join(tail).is_none());
        assert_eq!(head.text, "Wörter");
        assert_eq!(head.glyphs[5].range, whole.glyphs[5].range);
    }
}
