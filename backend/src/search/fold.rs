//! Writing a word the way everybody's spelling of it meets: no case, no umlauts, no accents.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A folded character and the bytes of the original that it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct FoldedChar {
    /// The folded character.
    pub value: char,
    /// Byte offset of the original's first byte.
    pub from: usize,
    /// Byte offset behind the original's last byte.
    pub to: usize,
    /// Whether it stands for an umlaut, so that an `e` behind it is a letter of its own.
    umlaut: bool,
}

/// Folds a text: lower case, `ä` to `a`, `ß` to `ss`, accents off, and `ae oe ue` to `a o u` unless
/// a vowel or a `q` stands before them (`neue`, `Bauer`, `Quelle` stay).
pub fn folded(text: &str) -> String {
    fold(text).into_iter().map(|c| c.value).collect()
}

/// The same as [`folded`], with the way back to the original.
pub(super) fn fold(text: &str) -> Vec<FoldedChar> {
    let mut chars: Vec<FoldedChar> = Vec::with_capacity(text.len());
    for (from, c) in text.char_indices() {
        let to = from + c.len_utf8();
        if is_combining_mark(c) {
            // A decomposed accent belongs to the letter before it.
            if let Some(last) = chars.last_mut() {
                last.to = to;
                last.umlaut |= c == '\u{308}';
            }
            continue;
        }
        for lower in c.to_lowercase() {
            let umlaut = matches!(lower, 'ä' | 'ö' | 'ü');
            let mut push = |value| chars.push(FoldedChar { value, from, to, umlaut });
            match lower {
                'ß' => {
                    push('s');
                    push('s');
                }
                'æ' => push('a'),
                'œ' | 'ø' => push('o'),
                'ł' => push('l'),
                'đ' => push('d'),
                _ => std::iter::once(lower).nfd().filter(|part| !is_combining_mark(*part)).for_each(push),
            }
        }
    }
    join_digraphs(chars)
}

fn join_digraphs(chars: Vec<FoldedChar>) -> Vec<FoldedChar> {
    let mut joined: Vec<FoldedChar> = Vec::with_capacity(chars.len());
    for c in chars {
        if c.value == 'e' {
            let before = joined.len().checked_sub(2).and_then(|at| joined.get(at)).copied();
            let blocked = before.is_some_and(|c| matches!(c.value, 'a' | 'e' | 'i' | 'o' | 'u' | 'q'));
            if let Some(last) = joined.last_mut()
                && matches!(last.value, 'a' | 'o' | 'u')
                && !last.umlaut
                && !blocked
            {
                last.to = c.to;
                // One `e` makes the umlaut; the next one is its own.
                last.umlaut = true;
                continue;
            }
        }
        joined.push(c);
    }
    joined
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{fold, folded};

    #[test]
    fn spellings_of_one_word_meet() {
        for (one, other) in [
            ("Bürgerräte", "Buergerraete"),
            ("Straße", "STRASSE"),
            ("Ju\u{308}rgen", "Juergen"),
            ("Café", "cafe"),
            ("Größe", "Groesse"),
        ] {
            assert_eq!(folded(one), folded(other), "{one} / {other}");
        }
    }

    #[test]
    fn an_e_behind_a_vowel_or_q_stays() {
        for word in ["neue", "bauer", "quelle", "steuer"] {
            assert_eq!(folded(word), word);
        }
    }

    proptest! {
        #[test]
        fn every_folded_character_stands_for_whole_characters_of_the_original(text in ".{0,60}") {
            for c in fold(&text) {
                prop_assert!(text.get(c.from..c.to).is_some_and(|original| !original.is_empty()));
            }
        }
    }
}
