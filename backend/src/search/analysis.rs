//! From a text to the terms that stand in the index.

use std::sync::LazyLock;

use super::compound::Compounds;
use super::fold::folded;
use super::stem::Stems;
use super::words::{Word, words};

/// The language of a text; it decides how endings are cut and whether compounds are split.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// German.
    German,
    /// English.
    English,
}

/// A word as the index knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Analysed {
    /// The whole word folded, its ending still on: for prefixes of what is being typed.
    pub folded: String,
    /// The whole word's stem.
    pub stem: String,
    /// The stems of its parts, if it is a compound.
    pub parts: Vec<String>,
    /// Byte offset of its first character in the text.
    pub from: usize,
    /// Byte offset behind its last character.
    pub to: usize,
}

struct Analysis {
    stems: Stems,
    compounds: Compounds,
}

static ANALYSIS: LazyLock<Analysis> = LazyLock::new(|| {
    let stems = Stems::new();
    let compounds = Compounds::new(&stems);
    Analysis { stems, compounds }
});

/// The words of `text` as the index knows them.
pub(super) fn analyse(text: &str, language: Language) -> impl Iterator<Item = Analysed> + '_ {
    words(text).map(move |word| analyse_word(word, language))
}

fn analyse_word(word: Word<'_>, language: Language) -> Analysed {
    let Analysis { stems, compounds } = &*ANALYSIS;
    let folded = folded(word.text);
    let (stem, parts) = match language {
        Language::English => (stems.english(&folded), Vec::new()),
        Language::German => {
            let parts = compounds.split(&folded, stems);
            let parts = parts.iter().map(|part| stems.german(part)).collect();
            (stems.german(&folded), parts)
        }
    };
    Analysed { folded, stem, parts, from: word.from, to: word.to }
}
