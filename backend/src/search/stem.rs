//! Cutting endings off, so that inflected forms meet.

use frostem::{Algorithm, Stemmer};

/// Words that the German Snowball stemmer cuts too far ("Bürger" would meet "Burg").
const KEPT: [&str; 9] =
    ["burger", "bauer", "steuer", "mieter", "kinder", "lehrer", "partner", "trager", "nutzer"];
/// The endings those words take.
const ENDINGS: [&str; 5] = ["", "n", "s", "in", "innen"];

/// Stems folded words.
pub(super) struct Stems {
    german: Stemmer,
    english: Stemmer,
}

impl Stems {
    /// The stemmers of both languages (Snowball 3, <https://snowballstem.org/algorithms/german/stemmer.html>).
    pub(super) fn new() -> Self {
        Self { german: Stemmer::new(Algorithm::German), english: Stemmer::new(Algorithm::English) }
    }

    /// The stem of a folded German word.
    pub(super) fn german(&self, word: &str) -> String {
        for kept in KEPT {
            if word.strip_prefix(kept).is_some_and(|ending| ENDINGS.contains(&ending)) {
                return kept.to_owned();
            }
        }
        self.german.stem(word).into_owned()
    }

    /// The stem of a folded English word.
    pub(super) fn english(&self, word: &str) -> String {
        self.english.stem(word).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::Stems;
    use crate::search::folded;

    #[test]
    fn inflected_forms_meet() {
        let stems = Stems::new();
        for (one, other) in [
            ("Bürgerräte", "Bürgerrat"),
            ("neue", "neuen"),
            ("Straßen", "Straße"),
            ("Bürgerinnen", "Bürger"),
            ("Versammlungen", "Versammlung"),
        ] {
            assert_eq!(stems.german(&folded(one)), stems.german(&folded(other)), "{one} / {other}");
        }
    }

    #[test]
    fn burghers_are_not_castles() {
        let stems = Stems::new();
        assert_ne!(stems.german("burger"), stems.german("burg"));
    }
}
