//! Showing why something was found.

use std::collections::HashSet;

use mitwirken_shared::l10n::Fragment;

use super::analysis::{Analysed, Language, analyse};

/// About how long a passage is (bytes).
const PASSAGE: usize = 220;

/// The terms a query stands for, in each language.
#[derive(Clone, Debug, Default)]
pub struct QueryTerms {
    german: HashSet<String>,
    english: HashSet<String>,
}

impl QueryTerms {
    pub(super) fn extend(&mut self, language: Language, stems: Vec<String>) {
        match language {
            Language::German => self.german.extend(stems),
            Language::English => self.english.extend(stems),
        }
    }

    fn matches(&self, word: &Analysed, language: Language) -> bool {
        let terms = self.of(language);
        let word = &*word.known;
        terms.contains(&word.stem) || word.parts.iter().any(|part| terms.contains(part))
    }

    /// The whole text in pieces that are or aren't what was searched for; joined they are the text.
    pub fn fragments(&self, text: &str, language: Language) -> Vec<Fragment> {
        let mut fragments = Vec::new();
        let mut push = |from: usize, to: usize, is_match: bool| {
            if let Some(piece) = text.get(from..to).filter(|piece| !piece.is_empty()) {
                fragments.push(Fragment { text: piece.to_owned(), is_match });
            }
        };
        let mut at = 0;
        for word in analyse(text, language).filter(|word| self.matches(word, language)) {
            push(at, word.from, false);
            push(word.from, word.to, true);
            at = word.to;
        }
        push(at, text.len(), false);
        fragments
    }

    /// A sentence with what was searched for, shortened around it.
    pub fn passage(&self, sentence: &str, language: Language) -> Vec<Fragment> {
        let sentence = sentence.trim().trim_start_matches(['-', '*', '#', ' ']);
        shorten(self.fragments(sentence, language))
    }

    /// The terms of a language.
    pub(super) const fn of(&self, language: Language) -> &HashSet<String> {
        match language {
            Language::German => &self.german,
            Language::English => &self.english,
        }
    }
}

/// Cuts what stands far before the first and far behind the last match, at a space.
fn shorten(mut fragments: Vec<Fragment>) -> Vec<Fragment> {
    let length: usize = fragments.iter().map(|fragment| fragment.text.len()).sum();
    if length <= PASSAGE {
        return fragments;
    }
    if let Some(first) = fragments.first_mut().filter(|first| !first.is_match)
        && first.text.len() > PASSAGE / 3
    {
        let cut = first.text.ceil_char_boundary(first.text.len() - PASSAGE / 3);
        let tail = first.text.get(cut..).unwrap_or_default();
        first.text = format!("… {}", tail.split_once(' ').map_or(tail, |(_, rest)| rest));
    }
    let mut left = PASSAGE;
    let mut kept = Vec::new();
    for mut fragment in fragments {
        if fragment.text.len() > left && !fragment.is_match {
            let cut = fragment.text.floor_char_boundary(left);
            let head = fragment.text.get(..cut).unwrap_or_default();
            fragment.text = format!("{} …", head.rsplit_once(' ').map_or(head, |(rest, _)| rest));
            kept.push(fragment);
            break;
        }
        left = left.saturating_sub(fragment.text.len());
        kept.push(fragment);
    }
    kept
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Language, QueryTerms};

    fn terms(stems: &[&str]) -> QueryTerms {
        let mut terms = QueryTerms::default();
        terms.extend(Language::German, stems.iter().map(ToString::to_string).collect());
        terms
    }

    #[test]
    fn the_original_spelling_is_marked_whole() {
        let fragments = terms(&["burger"]).fragments("Für Bürger*innen da.", Language::German);
        let marked = fragments.iter().filter(|f| f.is_match).map(|f| f.text.as_str()).collect::<Vec<_>>();
        assert_eq!(marked, ["Bürger*innen"]);
    }

    #[test]
    fn a_long_sentence_is_shortened_around_the_match() {
        let sentence = format!("{} Bürger {}", "davor ".repeat(40), "danach ".repeat(60));
        let passage = terms(&["burger"]).passage(&sentence, Language::German);
        let joined = passage.iter().map(|f| f.text.as_str()).collect::<String>();
        assert!(joined.starts_with('…') && joined.ends_with('…') && joined.contains("Bürger"), "{joined}");
        assert!(joined.len() < 300, "{}", joined.len());
    }

    proptest! {
        #[test]
        fn the_pieces_joined_are_the_text(text in "[a-zäöüßA-Z*., \\n]{0,200}") {
            let fragments = terms(&["a", "b", "ei"]).fragments(&text, Language::German);
            prop_assert_eq!(fragments.into_iter().map(|f| f.text).collect::<String>(), text);
        }
    }
}
