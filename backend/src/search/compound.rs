//! Splitting German compounds: "Zukunftswerkstatt" is also "Zukunft" and "Werkstatt".

use std::collections::HashSet;

use super::fold::folded;
use super::stem::Stems;

/// The parts that compounds are made of, one a line: the field's nouns, listed by hand. A fixed
/// list, since one that follows live data would change the terms under the index.
const PARTS: &str = include_str!("compound_parts.txt");
/// Letters that German puts between two parts.
const LINKS: [&str; 6] = ["", "s", "n", "en", "es", "er"];
/// Words shorter than this are not split.
const SHORTEST_WORD: usize = 6;
/// A part has at least as many letters.
const SHORTEST_PART: usize = 3;
/// A word is split into at most as many parts.
const MOST_PARTS: usize = 4;
/// No word that people type or write is longer; what is, would only cost time.
const LONGEST_WORD: usize = 60;

/// The list of parts, folded.
pub(super) struct Compounds {
    parts: HashSet<String>,
    stems: HashSet<String>,
}

impl Compounds {
    /// Reads the list.
    pub(super) fn new(stemmer: &Stems) -> Self {
        let parts: HashSet<String> =
            PARTS.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(folded).collect();
        let stems = parts.iter().map(|part| stemmer.german(part)).collect();
        Self { parts, stems }
    }

    /// The parts of a folded word, the fewest that cover it; empty if it is no compound of the list.
    ///
    /// A dynamic programme over the positions of the word; all but the last part are uninflected.
    pub(super) fn split<'a>(&self, word: &'a str, stemmer: &Stems) -> Vec<&'a str> {
        let length = word.len();
        if !word.is_ascii() || !(SHORTEST_WORD..=LONGEST_WORD).contains(&length) {
            return Vec::new();
        }
        if self.parts.contains(word) || self.stems.contains(&stemmer.german(word)) {
            return Vec::new();
        }
        // `best[at]`: the fewest parts that cover the word from `at` on.
        let mut best: Vec<Option<Vec<&'a str>>> = vec![None; length + 1];
        for start in (0..length).rev() {
            let mut found: Option<Vec<&'a str>> = None;
            for end in (start + SHORTEST_PART..=length).rev() {
                let Some(part) = word.get(start..end) else { continue };
                if end == length {
                    if self.parts.contains(part) || self.stems.contains(&stemmer.german(part)) {
                        found = Some(vec![part]);
                    }
                    continue;
                }
                if !self.parts.contains(part) {
                    continue;
                }
                for link in LINKS {
                    let Some(after) = word.get(end..).and_then(|rest| rest.strip_prefix(link)) else {
                        continue;
                    };
                    let Some(Some(rest)) = best.get(length - after.len()) else { continue };
                    let fewer = found.as_ref().is_none_or(|found| rest.len() + 1 < found.len());
                    if rest.len() < MOST_PARTS && fewer {
                        let mut parts = vec![part];
                        parts.extend(rest);
                        found = Some(parts);
                    }
                }
            }
            if let Some(slot) = best.get_mut(start) {
                *slot = found;
            }
        }
        match best.into_iter().next().flatten() {
            Some(parts) if parts.len() > 1 => parts,
            _ => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Compounds;
    use crate::search::folded;
    use crate::search::stem::Stems;

    fn split(word: &str) -> Vec<String> {
        let stems = Stems::new();
        Compounds::new(&stems).split(&folded(word), &stems).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn compounds_fall_into_their_parts() {
        assert_eq!(split("Zukunftswerkstatt"), ["zukunft", "werkstatt"]);
        assert_eq!(split("Bürgerräte"), ["burger", "rate"]);
        assert_eq!(split("Einwohnerversammlungen"), ["einwohner", "versammlungen"]);
        assert_eq!(split("Planungszelle"), ["planung", "zelle"]);
        assert_eq!(split("Stadtteilspaziergang"), ["stadtteil", "spaziergang"]);
    }

    #[test]
    fn what_is_no_compound_stays_whole() {
        for word in ["Beteiligung", "Rathaus", "Verwaltung", "Xylophon", "Bürger"] {
            assert!(split(word).len() != 1, "{word}: {:?}", split(word));
        }
        assert!(split("Beteiligung").is_empty());
        assert!(split("Verwaltung").is_empty());
    }

    #[test]
    fn a_word_without_end_is_left_alone_at_once() {
        assert!(split(&"stadt".repeat(10_000)).is_empty());
    }
}
