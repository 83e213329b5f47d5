//! Closed lists of English words that are part of the API (`docs/glossary.md` has the German ones).

/// A closed list of words, each with its place in the list.
pub trait Vocabulary: Copy + Eq + 'static {
    /// Every word, in the order in which people should read them.
    const ALL: &'static [Self];
    /// The word as the API writes it.
    fn as_str(self) -> &'static str;
    /// Its place in [`Self::ALL`].
    fn index(self) -> usize;
    /// The entry that the API writes as `word`.
    fn parse(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|entry| entry.as_str() == word)
    }
}

/// Declares a [`Vocabulary`]: the enum, its words in JSON, and its schema on the server.
#[macro_export]
macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident { $($(#[$word_doc:meta])* $variant:ident = $word:tt),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
        pub enum $name { $($(#[$word_doc])* #[serde(rename = $word)] $variant),+ }

        impl $crate::vocabulary::Vocabulary for $name {
            const ALL: &'static [Self] = &[$(Self::$variant),+];
            fn as_str(self) -> &'static str { match self { $(Self::$variant => $word),+ } }
            fn index(self) -> usize { self as usize }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str($crate::vocabulary::Vocabulary::as_str(*self))
            }
        }
    };
}
