//! Makes any text fit for setting: composed characters, no controls, nothing that could not stand in a PDF.

use unicode_normalization::UnicodeNormalization;

/// Where a word may be broken with a hyphen.
pub const SOFT_HYPHEN: char = '\u{ad}';
/// Where a line may be broken without one.
const ZERO_WIDTH_SPACE: char = '\u{200b}';
/// Where a line may not be broken.
const WORD_JOINER: char = '\u{2060}';
/// What stands for a character that cannot be shown.
pub const REPLACEMENT: char = '\u{fffd}';

/// Whether this only says where lines may be broken.
pub fn is_break_control(c: char) -> bool {
    matches!(c, SOFT_HYPHEN | ZERO_WIDTH_SPACE | WORD_JOINER)
}

/// Text for setting: line feeds and break controls are kept.
pub fn clean(text: &str) -> String {
    let mut cleaned = String::with_capacity(text.len());
    // Stream-safe first: a letter with thousands of accents would else be sorted in one go.
    for c in text.replace("\r\n", "\n").chars().stream_safe().nfc() {
        match c {
            '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => cleaned.push('\n'),
            '\t' => cleaned.push(' '),
            c if is_break_control(c) => cleaned.push(c),
            c if c.is_control() || is_ignorable(c) => {}
            // Private use and noncharacters mean nothing to a reader, and PDF/A forbids them.
            '\u{e000}'..='\u{f8ff}' | '\u{fdd0}'..='\u{fdef}' | '\u{f0000}'.. => cleaned.push(REPLACEMENT),
            c if u32::from(c) & 0xfffe == 0xfffe => cleaned.push(REPLACEMENT),
            c => cleaned.push(c),
        }
    }
    cleaned
}

/// Text for metadata, bookmarks and titles: one line, no break controls, at most `longest` characters.
pub fn name(text: &str, longest: usize) -> String {
    let shown: String = clean(text).chars().filter(|c| !is_break_control(*c)).collect();
    let mut name = String::new();
    for word in shown.split_whitespace() {
        if !name.is_empty() {
            name.push(' ');
        }
        name.push_str(word);
    }
    match name.char_indices().nth(longest) {
        Some((end, _)) => {
            name.truncate(end);
            name.push('…');
            name
        }
        None => name,
    }
}

/// Whether this is invisible by definition (Unicode's `Default_Ignorable_Code_Point`): direction marks, joiners,
/// variation selectors, tags, the byte order mark.
fn is_ignorable(c: char) -> bool {
    matches!(c,
        '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}' | '\u{fff9}'..='\u{fffb}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cleans() {
        assert_eq!(
            clean("a\u{308}\r\nb\tc\0\u{feff}d\u{202e}e\u{e000}f\u{ffff}"),
            "ä\nb cde\u{fffd}f\u{fffd}"
        );
        assert_eq!(clean("Bürger\u{ad}rat\u{200b}x\u{2060}"), "Bürger\u{ad}rat\u{200b}x\u{2060}");
        assert_eq!(clean("\r\u{2028}"), "\n\n");
    }

    #[test]
    fn names() {
        assert_eq!(name("  Ein\n\n langer\u{ad}  Titel ", 99), "Ein langer Titel");
        assert_eq!(name("Überlang", 4), "Über…");
        assert_eq!(name("\u{200b}\u{7}", 9), "");
    }
}
