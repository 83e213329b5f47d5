//! From a text to the terms that stand in the index.

use std::sync::{Arc, LazyLock};

use quick_cache::sync::Cache;

use super::compound::Compounds;
use super::fold::folded;
use super::stem::Stems;
use super::words::words;

/// The language of a text; it decides how endings are cut and whether compounds are split.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// German.
    German,
    /// English.
    English,
}

/// What the index knows of a word, wherever it stands.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Known {
    /// The whole word folded, its ending still on: for prefixes of what is being typed.
    pub folded: String,
    /// The whole word's stem.
    pub stem: String,
    /// The stems of its parts, if it is a compound.
    pub parts: Vec<String>,
}

/// A word as the index knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Analysed {
    /// The word itself.
    pub known: Arc<Known>,
    /// Byte offset of its first character in the text.
    pub from: usize,
    /// Byte offset behind its last character.
    pub to: usize,
}

/// How many words of each language are remembered: more than a content's whole vocabulary.
const REMEMBERED: usize = 30_000;
/// Longer words (bytes) are not remembered: they are no words.
const LONGEST: usize = 60;

struct Analysis {
    stems: Stems,
    compounds: Compounds,
    german: Cache<String, Arc<Known>>,
    english: Cache<String, Arc<Known>>,
}

static ANALYSIS: LazyLock<Analysis> = LazyLock::new(|| {
    let stems = Stems::new();
    let compounds = Compounds::new(&stems);
    let remembered = || Cache::new(REMEMBERED);
    Analysis { stems, compounds, german: remembered(), english: remembered() }
});

/// The words of `text` as the index knows them.
pub(super) fn analyse(text: &str, language: Language) -> impl Iterator<Item = Analysed> + '_ {
    words(text).map(move |word| Analysed {
        known: ANALYSIS.know(word.text, language),
        from: word.from,
        to: word.to,
    })
}

impl Analysis {
    /// Texts repeat their words; cutting endings and splitting compounds anew each time would be most of
    /// the work of indexing and highlighting.
    fn know(&self, word: &str, language: Language) -> Arc<Known> {
        let remembered = match language {
            Language::German => &self.german,
            Language::English => &self.english,
        };
        if let Some(known) = remembered.get(word) {
            return known;
        }
        let known = Arc::new(self.analyse(word, language));
        if word.len() <= LONGEST {
            remembered.insert(word.to_owned(), Arc::clone(&known));
        }
        known
    }

    fn analyse(&self, word: &str, language: Language) -> Known {
        let folded = folded(word);
        let (stem, parts) = match language {
            Language::English => (self.stems.english(&folded), Vec::new()),
            Language::German => {
                let parts = self.compounds.split(&folded, &self.stems);
                let parts = parts.iter().map(|part| self.stems.german(part)).collect();
                (self.stems.german(&folded), parts)
            }
        };
        Known { folded, stem, parts }
    }
}
