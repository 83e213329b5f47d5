//! What somebody may be about to type.

use std::collections::HashSet;

use mitwirken_shared::l10n::Fragment;

use super::fold::{FoldedChar, fold};
use super::words::words;

/// A name that can be suggested.
#[derive(Debug)]
struct Name {
    key: u64,
    text: String,
    chars: Vec<FoldedChar>,
    /// Positions in `chars` where a word begins.
    starts: Vec<usize>,
}

/// The names that can be suggested.
#[derive(Debug)]
pub struct Suggester {
    names: Vec<Name>,
}

/// A suggestion: what it stands for, and its name with the typed part marked.
#[derive(Debug)]
pub struct Suggestion {
    /// What it stands for.
    pub key: u64,
    /// The name; the typed part is marked.
    pub fragments: Vec<Fragment>,
}

/// How a name meets what was typed; the smaller the better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Beginning,
    WordBeginning,
    Inside,
    Typo,
}

impl Suggester {
    /// Takes the names; several may stand for the same thing.
    pub fn new(names: impl IntoIterator<Item = (u64, String)>) -> Self {
        let names = names
            .into_iter()
            .map(|(key, text)| {
                let chars = fold(&text);
                let starts =
                    words(&text).filter_map(|word| chars.iter().position(|c| c.from == word.from)).collect();
                Name { key, text, chars, starts }
            })
            .collect();
        Self { names }
    }

    /// At most `most` suggestions, the best first, each key once. A name that begins as typed comes
    /// first, then one with a word that does, then one that contains it, then one with a typo.
    pub fn suggest(&self, typed: &str, most: usize) -> Vec<Suggestion> {
        let typed = fold(typed.trim()).into_iter().map(|c| c.value).collect::<Vec<_>>();
        if typed.is_empty() {
            return Vec::new();
        }
        let mut found = self
            .names
            .iter()
            .enumerate()
            .filter_map(|(order, name)| {
                let (fit, at, length) = name.fit(&typed)?;
                Some((fit, order, name, at, length))
            })
            .collect::<Vec<_>>();
        found.sort_by_key(|(fit, order, ..)| (*fit, *order));
        let mut seen = HashSet::new();
        found
            .into_iter()
            .filter(|(_, _, name, ..)| seen.insert(name.key))
            .take(most)
            .map(|(_, _, name, at, length)| Suggestion {
                key: name.key,
                fragments: name.fragments(at, length),
            })
            .collect()
    }
}

impl Name {
    /// How this name meets what was typed: how well, where, and over how many characters.
    fn fit(&self, typed: &[char]) -> Option<(Fit, usize, usize)> {
        let at = (0..=self.chars.len().checked_sub(typed.len())?)
            .filter(|at| self.has(*at, typed))
            // The beginning of a word is a better place than an earlier one inside.
            .min_by_key(|at| (!self.starts.contains(at), *at));
        if let Some(at) = at {
            let fit = match at {
                0 => Fit::Beginning,
                at if self.starts.contains(&at) => Fit::WordBeginning,
                _ => Fit::Inside,
            };
            return Some((fit, at, typed.len()));
        }
        let most = match typed.len() {
            0..=3 => return None,
            4..=7 => 1,
            _ => 2,
        };
        let typed = typed.iter().collect::<String>();
        self.starts.iter().find_map(|start| {
            let length = typed.chars().count().min(self.chars.len() - start);
            let word = self.chars.iter().skip(*start).take(length).map(|c| c.value).collect::<String>();
            (word.chars().next() == typed.chars().next() && strsim::osa_distance(&word, &typed) <= most)
                .then_some((Fit::Typo, *start, length))
        })
    }

    fn has(&self, at: usize, typed: &[char]) -> bool {
        let there = self.chars.iter().skip(at).map(|c| c.value);
        there.take(typed.len()).eq(typed.iter().copied())
    }

    fn fragments(&self, at: usize, length: usize) -> Vec<Fragment> {
        let marked = self.chars.get(at..at + length).unwrap_or_default();
        let from = marked.first().map_or(0, |c| c.from);
        let to = marked.last().map_or(0, |c| c.to);
        [(0, from, false), (from, to, true), (to, self.text.len(), false)]
            .into_iter()
            .filter_map(|(from, to, is_match)| {
                let text = self.text.get(from..to).filter(|text| !text.is_empty())?.to_owned();
                Some(Fragment { text, is_match })
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Suggester;

    fn suggester() -> Suggester {
        let names = ["Bürgerhaushalt", "Digitaler Bürgerdialog", "Einwohnerversammlung", "World Café"];
        Suggester::new((0..).zip(names.map(str::to_owned)))
    }

    fn keys(typed: &str) -> Vec<u64> {
        suggester().suggest(typed, 8).into_iter().map(|suggestion| suggestion.key).collect()
    }

    #[test]
    fn beginnings_come_before_words_and_insides() {
        assert_eq!(keys("buerger"), [0, 1]);
        assert_eq!(keys("versamm"), [2]);
    }

    #[test]
    fn a_typo_is_forgiven_in_a_longer_word() {
        assert_eq!(keys("Einwonerversammlung"), Vec::<u64>::from([2]));
        assert_eq!(keys("xyz"), Vec::<u64>::new());
    }

    #[test]
    fn the_typed_part_is_marked_in_the_original_spelling() {
        let first = suggester().suggest("buerger", 1).remove(0);
        assert_eq!(first.fragments.first().map(|f| f.text.as_str()), Some("Bürger"));
    }

    proptest! {
        #[test]
        fn nothing_typed_can_break_it(typed in ".{0,40}") {
            for suggestion in suggester().suggest(&typed, 8) {
                prop_assert!(!suggestion.fragments.is_empty());
            }
        }
    }
}
