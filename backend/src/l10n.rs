//! Texts as we keep them: in all their languages, by BCP 47 tag.

use std::collections::BTreeMap;

use mitwirken_shared::l10n::{GERMAN, LocalizedList, LocalizedText, RichText};
use serde::{Deserialize, Serialize};

use crate::http::Reader;
use crate::markdown;

/// A text by language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct L10n(pub BTreeMap<String, String>);

/// A list of texts by language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct L10nList(pub BTreeMap<String, Vec<String>>);

impl L10n {
    /// The text in exactly `lang`.
    pub fn get(&self, lang: &str) -> Option<&str> {
        self.0.get(lang).map(String::as_str)
    }

    /// The German text; empty if there is none, which the content check refuses.
    pub fn german(&self) -> &str {
        self.get(GERMAN).unwrap_or_default()
    }

    /// Whether there is no text in any language.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The text in the reader's language, or else in German.
    pub fn localize(&self, reader: &Reader) -> LocalizedText {
        let (lang, text) = best(&self.0, &reader.lang);
        LocalizedText {
            text: text.cloned().unwrap_or_default(),
            lang: lang.to_owned(),
            translations: reader.all_languages.then(|| self.0.clone()),
        }
    }

    /// The text as Markdown and as safe HTML.
    pub fn localize_rich(&self, reader: &Reader) -> RichText {
        let plain = self.localize(reader);
        RichText {
            html: markdown::to_html(&plain.text),
            markdown: plain.text,
            lang: plain.lang,
            translations: plain.translations,
        }
    }
}

impl L10nList {
    /// The list in exactly `lang`.
    pub fn get(&self, lang: &str) -> &[String] {
        self.0.get(lang).map_or(&[], Vec::as_slice)
    }

    /// Whether there is no entry in any language.
    pub fn is_empty(&self) -> bool {
        self.0.values().all(Vec::is_empty)
    }

    /// The list in the reader's language, or else in German.
    pub fn localize(&self, reader: &Reader) -> LocalizedList {
        let (lang, items) = best(&self.0, &reader.lang);
        LocalizedList {
            items: items.cloned().unwrap_or_default(),
            lang: lang.to_owned(),
            translations: reader.all_languages.then(|| self.0.clone()),
        }
    }
}

/// The entry for `wanted`, else the German one.
fn best<'texts, T>(texts: &'texts BTreeMap<String, T>, wanted: &str) -> (&'texts str, Option<&'texts T>) {
    texts
        .get_key_value(wanted)
        .or_else(|| texts.get_key_value(GERMAN))
        .or_else(|| texts.iter().next())
        .map_or((GERMAN, None), |(lang, text)| (lang.as_str(), Some(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reader(lang: &str) -> Reader {
        Reader { lang: lang.to_owned(), all_languages: false }
    }

    #[test]
    fn a_text_without_translation_is_given_in_german_and_says_so() {
        let text = L10n(BTreeMap::from([("de".to_owned(), "Hallo".to_owned())]));
        let shown = text.localize(&reader("en"));
        assert_eq!((shown.text.as_str(), shown.lang.as_str()), ("Hallo", "de"));
    }
}
