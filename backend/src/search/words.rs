//! Cutting a text into words.

/// A word and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word<'a> {
    /// The word without a gender suffix: "Bürger" of "Bürger*innen".
    pub text: &'a str,
    /// Byte offset of its first character in the text.
    pub from: usize,
    /// Byte offset behind its last character, the gender suffix included.
    pub to: usize,
}

/// Signs between a word and its gender suffix.
const GENDER_SIGNS: [char; 5] = ['*', ':', '_', '/', '·'];

/// The words of `text`: runs of letters and digits; "Bürger*innen" and "Bürger/-innen" are one.
pub(super) fn words(text: &str) -> impl Iterator<Item = Word<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..)?;
        let from = at + rest.find(is_part)?;
        let run = text.get(from..)?;
        let end = from + run.find(|c| !is_part(c)).unwrap_or(run.len());
        let to = end + gender_suffix(text.get(end..).unwrap_or_default());
        at = to;
        Some(Word { text: text.get(from..end)?, from, to })
    })
}

/// Letters, digits, and the dots of decomposed umlauts.
fn is_part(c: char) -> bool {
    c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c)
}

/// The length in bytes of a gender suffix at the start of `rest`; 0 if there is none.
fn gender_suffix(rest: &str) -> usize {
    let Some(unsigned) = rest.strip_prefix(GENDER_SIGNS) else {
        return 0;
    };
    let letters = unsigned.strip_prefix('-').unwrap_or(unsigned);
    let length = letters.find(|c| !is_part(c)).unwrap_or(letters.len());
    match letters.get(..length) {
        Some("innen" | "in" | "r" | "n") => rest.len() - letters.len() + length,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::words;

    fn texts(text: &str) -> Vec<&str> {
        words(text).map(|word| word.text).collect()
    }

    #[test]
    fn gender_suffixes_belong_to_their_word() {
        assert_eq!(texts("Bürger*innen, Gastgeber:in"), ["Bürger", "Gastgeber"]);
        assert_eq!(texts("Anwohner/-innen und/oder Gäste"), ["Anwohner", "und", "oder", "Gäste"]);
    }

    #[test]
    fn decomposed_umlauts_do_not_cut_a_word() {
        assert_eq!(texts("Bu\u{308}rgerrat"), ["Bu\u{308}rgerrat"]);
    }

    proptest! {
        #[test]
        fn offsets_always_lie_on_characters_and_ascend(text in ".{0,80}") {
            let mut last = 0;
            for word in words(&text) {
                prop_assert!(word.from >= last && word.to > word.from);
                prop_assert!(text.get(word.from..word.to).is_some_and(|whole| whole.starts_with(word.text)));
                last = word.to;
            }
        }
    }
}
